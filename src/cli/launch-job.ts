import { formatMessage } from '../core/text/format-message.ts';
import { JobsLauncher, type JobLaunchRequest } from '../node/run/jobs-launcher.ts';
import type { CommandContext } from './command.ts';
import { ProgressBar } from './progress-bar.ts';

/** Sends a planned job and asks for it; Ctrl+C gives up as long as it is not asked for. @returns the run's directory */
export async function launchJob(request: JobLaunchRequest, context: CommandContext): Promise<string> {
  const bar = new ProgressBar(context.note, context.terminal.err);
  const name = formatMessage({ id: 'cli.progress.uploading' }, context.language);
  const launcher = new JobsLauncher(context.places);
  try {
    const handle = await launcher.launch({
      ...request,
      signal: context.signal,
      onProgress: ({ done, total }) => bar.show(name, done, total),
    });
    handle.dispose();
    return handle.directory;
  } finally {
    bar.clear();
  }
}

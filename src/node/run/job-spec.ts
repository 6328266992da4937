import { OFFICIAL_ENDPOINT } from '../../core/hub/hub-endpoint.ts';
import type { JobSpec } from '../../core/hub/job.ts';
import { jobImage, jobMount } from '../../core/recipe/job-recipe.ts';
import type { JobLaunch } from '../../core/run/run-record.ts';
import type { HubConnection } from '../hub/hub-connection.ts';
import type { JobFacts } from '../recipe/planned-job.ts';
import { runLabel } from './find-launched-job.ts';

/** What the Hub is asked for. The token is in its secrets and nowhere else. @param commit of the inputs, which the job mounts */
export function jobSpec(
  job: JobFacts,
  launch: JobLaunch,
  commit: string,
  connection: HubConnection,
): JobSpec {
  const official = connection.endpoint === OFFICIAL_ENDPOINT;
  return {
    command: job.command,
    arguments: [],
    environment: {
      TUNING_FORK_EVENTS_NONCE: launch.nonce,
      PYTHONUTF8: '1',
      PYTHONUNBUFFERED: '1',
      HF_HUB_DISABLE_TELEMETRY: '1',
      DO_NOT_TRACK: '1',
      ...(official ? {} : { HF_ENDPOINT: connection.endpoint, HF_HUB_DISABLE_XET: '1' }),
    },
    secrets: connection.token === null ? {} : { HF_TOKEN: connection.token },
    flavor: job.flavor,
    timeoutSeconds: job.timeoutSeconds,
    attempts: 1,
    labels: { name: job.id, [runLabel]: job.id },
    volumes: [
      { type: 'dataset', source: launch.inputs, mountPath: jobMount, revision: commit, readOnly: true },
    ],
    dockerImage: jobImage,
  };
}

/** `trl==1.16.0` of the command, as run.json names versions. */
export function pinnedVersions(command: readonly string[]): Record<string, string> {
  const pins = command.filter((_, index) => command[index - 1] === '--with');
  return Object.fromEntries(
    pins.flatMap((pin) => {
      const [name = '', version] = pin.split('==');
      return version === undefined ? [] : [[name, version]];
    }),
  );
}

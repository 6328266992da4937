import type { Faults } from './faults.ts';
import { HubError } from './hub-error.ts';
import type { Route } from './router.ts';

const serverErrors = [500, 502, 503, 504];
const retrySeconds = 1;

/** The error that a switch puts before a route, or null. */
export function injectedError(faults: Faults, route: Route): HubError | null {
  if (faults.take('rate-limit')) return tooManyRequests();
  if (faults.take('server-error')) {
    return new HubError(
      serverErrors[faults.draw(serverErrors.length)] ?? 500,
      'Internal Error - We are working on it',
    );
  }
  if (faults.take('unauthorized')) return new HubError(401, 'Invalid credentials in Authorization header');
  if (route.effect === 'read') return null;
  if (faults.take('read-only-token')) {
    return new HubError(403, 'Your token does not have the rights to write: a write token is needed.');
  }
  if (route.effect === 'create job' && faults.take('no-credit')) {
    return new HubError(402, 'Pre-paid credit balance is insufficient. Add credits to run jobs.');
  }
  if (route.effect === 'commit' && faults.take('no-upload')) {
    return new HubError(503, 'The simulated Hub takes no commits.');
  }
  return null;
}

/** As huggingface_hub 2.4 reads it: utils/_http.py:parse_ratelimit_headers. */
function tooManyRequests(): HubError {
  return new HubError(429, 'Too Many Requests', {
    'Retry-After': String(retrySeconds),
    ratelimit: `"api";r=0;t=${retrySeconds}`,
    'ratelimit-policy': '"fixed window";"api";q=1000;w=300',
  });
}

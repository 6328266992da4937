import { hubEndpointSetting } from '../kit/settings.ts';

/** The environment that plans and runs are made with: the extension host's own, with the setting's Hub address where none is set. */
export function hubEnvironment(): NodeJS.ProcessEnv {
  const endpoint = hubEndpointSetting();
  return endpoint === null || process.env['HF_ENDPOINT']
    ? process.env
    : { ...process.env, HF_ENDPOINT: endpoint };
}

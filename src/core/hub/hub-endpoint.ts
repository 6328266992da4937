/** The Hub that nobody has to name. */
export const OFFICIAL_ENDPOINT = 'https://huggingface.co';

/** Address of the Hub without a slash at its end: HF_ENDPOINT, else the setting, else the official one (huggingface_hub 2.4 constants.py:69). */
export function hubEndpoint(
  env: Readonly<Record<string, string | undefined>>,
  setting: string | null = null,
): string {
  return (env['HF_ENDPOINT']?.trim() || setting?.trim() || OFFICIAL_ENDPOINT).replace(/\/+$/, '');
}

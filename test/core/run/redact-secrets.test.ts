import { describe, expect, it } from 'vitest';
import { hubTokenLine, redactSecrets } from '../../../src/core/run/redact-secrets.ts';

const hub = `hf_${'aB3'.repeat(11)}`;

describe('redacting', () => {
  it.each([
    [`login with ${hub} done`, 'login with hf_•••• done'],
    [`HF_TOKEN=${hub}`, 'HF_TOKEN=hf_••••'],
    ['WANDB_API_KEY=0123456789abcdef0123', 'WANDB_API_KEY=••••'],
    ['"client_SECRET": "abcdefgh1234"', '"client_SECRET": "••••"'],
    ['https://me:swordfish@example.org/x', 'https://me:••••@example.org/x'],
    ['Authorization: Bearer abc.def-ghi_jkl', 'Authorization: Bearer ••••'],
    [`ghp_${'a1'.repeat(18)}`, 'ghp_••••'],
    [`sk-proj-${'a1'.repeat(18)}`, 'sk-••••'],
  ])('hides the secret of %j', (text, shown) => {
    expect(redactSecrets(text)).toBe(shown);
  });

  it('leaves ordinary output alone', () => {
    const text = "{'loss': '2.31'} num_tokens=1024 eos_token=<|im_end|> hf_hub https://huggingface.co/a:b\n";
    expect(redactSecrets(text)).toBe(text);
  });

  it('finds the line of a Hub token in a recipe', () => {
    expect(hubTokenLine(`a: 1\nenv:\n  HF_TOKEN: ${hub}\n`)).toBe(3);
    expect(hubTokenLine('hub_token: null # hf_ tokens go elsewhere')).toBeNull();
  });
});

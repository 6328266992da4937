/** An item of GET /api/jobs/hardware. */
export interface Hardware {
  readonly name: string;
  readonly prettyName: string;
  readonly cpu: string;
  readonly ram: string;
  readonly ephemeralStorage: string;
  readonly accelerator: {
    readonly type: 'gpu';
    readonly model: string;
    readonly quantity: string;
    readonly vram: string;
    readonly manufacturer: 'Nvidia';
  } | null;
  readonly unitCostMicroUSD: number;
  readonly unitCostUSD: number;
  readonly unitLabel: 'minute';
}

/** Flavours with prices of 2026, in micro-dollars a minute. */
export const hardware: readonly Hardware[] = [
  flavor('cpu-basic', 'CPU Basic', 2, 16, 20, 167),
  flavor('cpu-upgrade', 'CPU Upgrade', 8, 32, 50, 500),
  flavor('t4-small', 'Nvidia T4 - small', 4, 15, 50, 6667, 'T4', 16),
  flavor('l4x1', '1x Nvidia L4', 8, 30, 380, 13333, 'L4', 24),
  flavor('a10g-small', 'Nvidia A10G - small', 4, 15, 110, 16667, 'A10G', 24),
  flavor('a10g-large', 'Nvidia A10G - large', 12, 46, 200, 25000, 'A10G', 24),
  flavor('a100-large', 'Nvidia A100 - large', 12, 142, 1000, 41667, 'A100', 80),
];

/** What a job reads of its machine: ACCELERATOR CPU_CORES MEMORY. */
export function hardwareVariables(item: Hardware): Record<string, string> {
  return {
    ACCELERATOR: item.accelerator?.model.toLowerCase() ?? 'none',
    CPU_CORES: item.cpu.replace(' vCPU', ''),
    MEMORY: `${item.ram.replace(' GB', '')}Gi`,
  };
}

function flavor(
  name: string,
  prettyName: string,
  cores: number,
  ram: number,
  disk: number,
  microDollars: number,
  model?: string,
  vram?: number,
): Hardware {
  return {
    name,
    prettyName,
    cpu: `${cores} vCPU`,
    ram: `${ram} GB`,
    ephemeralStorage: `${disk} GB`,
    accelerator:
      model === undefined
        ? null
        : { type: 'gpu', model, quantity: '1', vram: `${vram} GB`, manufacturer: 'Nvidia' },
    unitCostMicroUSD: microDollars,
    unitCostUSD: microDollars / 1_000_000,
    unitLabel: 'minute',
  };
}

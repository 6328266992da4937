import type { Message } from '../text/message.ts';
import type { PlannedLeaving } from './plan.ts';
import type { RecipeSettings } from './recipe.ts';

/** Trackers that write to this computer alone. */
const LOCAL = new Set(['tensorboard', 'dvclive', 'codecarbon']);

/** The trackers that send a run's numbers away. */
export function leavingServices(settings: RecipeSettings): string[] {
  return settings.report_to.filter((service) => {
    // Trackio keeps to this computer unless a Space is named; a push to the Hub makes one by itself.
    const stays = service === 'trackio' && settings.trackio_space_id === null && !settings.push_to_hub;
    return !stays && !LOCAL.has(service);
  });
}

/**
 * What a run would send away.
 * @param modelBytes bytes of the model's weights, which a full training uploads again
 */
export function findLeaving(
  settings: RecipeSettings,
  endpoint: string,
  modelBytes: number,
): PlannedLeaving[] {
  const leaves: PlannedLeaving[] = [];
  const isPrivate = settings.hub_private_repo === true;
  if (settings.push_to_hub) {
    const folder = settings.output_dir.split(/[\\/]/).findLast((part) => part !== '') ?? '';
    leaves.push({
      what: leavingResult(settings),
      bytes: settings.use_peft ? 0 : modelBytes,
      where: `${endpoint}/${settings.hub_model_id ?? folder}`,
      private: isPrivate,
    });
  }
  for (const service of leavingServices(settings)) {
    const where =
      service === 'trackio' ? `${endpoint}/spaces/${settings.trackio_space_id ?? 'trackio'}` : service;
    leaves.push({
      what: { id: 'plan.leaving.metrics' },
      bytes: 0,
      where,
      private: service === 'trackio' && isPrivate,
    });
  }
  return leaves;
}

/** What a push of the result carries. */
export function leavingResult({ use_peft }: RecipeSettings): Message {
  return { id: use_peft ? 'plan.leaving.adapter' : 'plan.leaving.model' };
}

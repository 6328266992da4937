import type { ReportPanelView } from '../../core/protocol/report-contract.ts';
import { LinkButton } from '../kit/button.tsx';
import { useSay } from '../kit/words.ts';
import type { ReportHost } from './report-host.ts';

/** How far the counting of tokens is, and the way to another recipe where several use the file. */
export function TokenCounting({ view, host }: { view: ReportPanelView; host: ReportHost }) {
  const say = useSay();
  const { counting, recipe } = view;
  if (counting !== null) {
    const percent = counting.total === 0 ? 0 : Math.floor((100 * counting.done) / counting.total);
    return (
      <p class="said" role="status">
        {say('report-panel.counting')}{' '}
        <span class="muted num" aria-hidden="true">
          {counting.total > 0 && `${percent} % `}
        </span>
        <LinkButton onClick={host.cancelCounting}>{say('report-panel.cancel')}</LinkButton>
      </p>
    );
  }
  if (recipe === null || recipe.others === 0) return null;
  return (
    <p class="said">
      {say('report-panel.recipe', { recipe: recipe.name, count: recipe.others })}{' '}
      <LinkButton onClick={host.chooseRecipe}>{say('report-panel.choose-recipe')}</LinkButton>
    </p>
  );
}

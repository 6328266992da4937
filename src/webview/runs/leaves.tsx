import { useState } from 'preact/hooks';
import type { Leaving } from '../../core/recipe/plan.ts';
import { formatBytes } from '../../core/text/format-bytes.ts';
import { BreakablePath } from '../kit/breakable-path.tsx';
import { LinkButton } from '../kit/button.tsx';
import { useSay } from '../kit/words.ts';
import { foldItems, leavingGroups, totalBytes } from './leaving-groups.ts';

/** What a run would send away: each place with what goes there, the largest first; a long list is folded. */
export function Leaves({ leaves }: { leaves: readonly Leaving[] }) {
  const say = useSay();
  return (
    <section aria-labelledby="leaves">
      <h2 id="leaves">{say('screen.plan.leaves')}</h2>
      {leavingGroups(leaves).map((group) => (
        <LeavesTo key={`${group.where} ${group.private}`} {...group} />
      ))}
    </section>
  );
}

function LeavesTo({ where, private: isPrivate, items }: ReturnType<typeof leavingGroups>[number]) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const { shown, folded } = foldItems(items);
  const size = formatBytes(totalBytes(folded));
  return (
    <>
      <p class="leaves-where">
        <BreakablePath text={where} />
        {' · '}
        <span class={isPrivate ? 'muted' : 'plan-public'}>
          {say(isPrivate ? 'screen.plan.leaves-private' : 'screen.plan.leaves-public')}
        </span>
      </p>
      <table class="leaves">
        <tbody>
          {(open ? items : shown).map(({ what, bytes }) => (
            <tr key={what}>
              <td>
                <BreakablePath text={what} />
              </td>
              {/* What training will make has no size yet. */}
              <td class="n">{bytes === 0 ? '—' : formatBytes(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {folded.length > 0 && (
        <p class="leaves-more">
          <LinkButton expanded={open} onClick={() => setOpen(!open)}>
            {say(open ? 'screen.plan.leaves-fewer' : 'screen.plan.leaves-more', {
              count: folded.length,
              size,
            })}
          </LinkButton>
        </p>
      )}
    </>
  );
}

import { LinkButton } from '../kit/button.tsx';
import { FoldButton } from '../kit/fold.tsx';
import { useSay, type WordId } from '../kit/words.ts';
import type { RunPageProps } from './run-page.tsx';
import { toggleFold, type FoldName } from './view-choices.ts';

const titles = {
  recipe: 'screen.recipe.title',
  environment: 'word.environment',
  checkpoints: 'screen.checkpoints.title',
} as const satisfies Partial<Record<FoldName, WordId>>;
type FootFold = keyof typeof titles;
const names = ['recipe', 'environment', 'checkpoints'] as const satisfies readonly FootFold[];

/** What a run was made from and what it left: closed until it is asked for. */
export function RunFolds(props: RunPageProps) {
  const { choices, onChoices, progress } = props;
  const say = useSay();
  const newest = progress.checkpoints.at(-1)?.path.split(/[\\/]/).at(-1);
  const open = names.filter((name) => choices.open.includes(name));
  return (
    <div class="folds">
      <nav aria-label={say('screen.run.more')}>
        {names.map((name) => (
          <FoldButton
            key={name}
            title={say(titles[name])}
            {...(name === 'checkpoints' && newest !== undefined ? { beside: newest } : {})}
            open={open.includes(name)}
            controls={`${name}-body`}
            onToggle={() => onChoices(toggleFold(choices, name))}
          />
        ))}
      </nav>
      {open.map((name) => (
        <section key={name} id={`${name}-body`} aria-label={say(titles[name])}>
          <FoldBody name={name} {...props} />
        </section>
      ))}
    </div>
  );
}

function FoldBody(props: RunPageProps & { name: FootFold }) {
  const say = useSay();
  switch (props.name) {
    case 'recipe':
      return (
        <>
          <pre class="recipe" tabIndex={0} aria-label={say('screen.recipe.title')}>
            {props.view.recipe}
          </pre>
          <LinkButton onClick={props.host.openRecipe}>{say('screen.recipe.open')}</LinkButton>
        </>
      );
    case 'environment':
      return <Pairs pairs={props.view.environment} none={say('screen.environment.none')} />;
    case 'checkpoints':
      return (
        <Pairs
          pairs={props.progress.checkpoints.map((mark) => [
            say('screen.metric.at-step', { step: mark.step }),
            mark.path,
          ])}
          none={say('screen.checkpoints.none')}
        />
      );
  }
}

function Pairs(props: { pairs: readonly (readonly [string, string])[]; none: string }) {
  if (props.pairs.length === 0) return <p class="muted">{props.none}</p>;
  return (
    <dl class="pairs">
      {props.pairs.map(([name, value]) => (
        <div key={`${name} ${value}`}>
          <dt class="muted">{name}</dt>
          <dd class="data">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

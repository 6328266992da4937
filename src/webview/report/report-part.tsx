import type { ComponentChildren } from 'preact';
import type { Block, ReportSection } from '../../core/dataset/report/layout/report-section.ts';
import type { ReportView } from '../../core/dataset/report/layout/report-view.ts';
import { unreachable } from '../../core/text/unreachable.ts';
import { BarList } from './bar-list.tsx';
import type { ReportHost } from './report-host.ts';
import { RuleList } from './rule-list.tsx';

interface PartProps {
  readonly view: ReportView;
  readonly host: ReportHost;
}

/** A part of the report under its title. */
export function ReportPart({
  section,
  children,
  ...shared
}: PartProps & { section: ReportSection; children?: ComponentChildren }) {
  const { id, title, note, blocks } = section;
  return (
    <section class="report-part" aria-labelledby={`part-${id}`}>
      <h2 id={`part-${id}`}>
        {title}
        {note !== null && <span class="muted"> {note}</span>}
      </h2>
      {children}
      {blocks.map((block, n) => (
        <PartBlock key={n} block={block} label={`part-${id}`} {...shared} />
      ))}
    </section>
  );
}

function PartBlock({ block, label, ...shared }: PartProps & { block: Block; label: string }) {
  switch (block.kind) {
    case 'sentence':
      return <p class="said">{block.text}</p>;
    case 'bars':
      return <BarList bars={block.bars} label={label} {...shared} />;
    case 'rules':
      return <RuleList rules={block.rules} label={label} {...shared} />;
    case 'columns':
      return (
        <div class="report-columns">
          {block.columns.map(({ title, note, bars }, n) => (
            <div key={n}>
              <h3 id={`${label}-${n}`}>{title}</h3>
              {note !== null && <p class="muted small">{note}</p>}
              <BarList bars={bars} label={`${label}-${n}`} {...shared} />
            </div>
          ))}
        </div>
      );
    default:
      return unreachable(block);
  }
}

import { columnSetsOf, type ColumnSets } from '../loading/column-sets.ts';
import { excerpt, type FileReport, type FileRule, type RowCollector } from '../rule.ts';

export const partialColumn: FileRule = {
  id: 'partial-column',
  defaultSeverity: 'info',
  on: 'file',
  documentation: {
    text: {
      en: 'Some rows have a column and others lack it: datasets gives it to all of them, with null where it was missing. TRL passes over columns that it does not know, and a template that reads one prints what it makes of null. Give every row the column, or none. Shown once a column: at the first row that lacks it, or at the first that has it if that comes later. Nothing is said of tools, system and input, where null means none, nor of chat_template_kwargs and columns that a format needs, which have rules of their own.',
      ko: '일부 행에만 있는 열입니다. datasets는 모든 행에 이 열을 두고 없던 자리를 null로 채웁니다. TRL은 모르는 열을 지나치지만 이 열을 읽는 템플릿은 null을 출력할 수 있습니다. 모든 행에 열을 두거나 모두 빼십시오. 열마다 한 번, 열이 없는 첫 행에 표시하며 열이 나중에 처음 나오면 그 행에 표시합니다. null이 없음을 뜻하는 tools, system, input과, 따로 규칙이 있는 chat_template_kwargs 및 형식에 필요한 열은 말하지 않습니다.',
    },
    good: '{"text": "a", "source": "web"}\n{"text": "b", "source": null}',
    bad: '{"text": "a", "source": "web"}\n{"text": "b"}',
  },
  collect: (shared) => collectorOf(columnSetsOf(shared)),
};

/** Columns that formats need: rows without those of most rows are named by other rules. */
const NEEDED = new Set([
  'messages',
  'conversations',
  'conversation',
  'prompt',
  'completion',
  'text',
  'chosen',
  'rejected',
  'instruction',
  'output',
  'label',
]);
/** Columns in which null means none, and one whose absence has a rule of its own. */
const OPTIONAL = new Set(['system', 'input', 'tools', 'functions', 'chat_template_kwargs']);

function collectorOf(sets: ColumnSets): RowCollector {
  return {
    add: (row) => sets.add(row),
    prose: sets,
    end(report) {
      const { all } = sets;
      if (all !== null && all.length > 1) reportAll(all, report);
    },
  };
}

type Sets = NonNullable<ColumnSets['all']>;

/** Those with the columns that most rows need. */
function alike(sets: Sets): Sets {
  const [main] = sets.toSorted((a, b) => b.rows - a.rows);
  const needed = main?.columns.filter((column) => NEEDED.has(column)) ?? [];
  return sets.filter(({ columns }) => needed.every((column) => columns.includes(column)));
}

function reportAll(all: Sets, report: FileReport): void {
  const sets = alike(all);
  const rows = sets.reduce((sum, set) => sum + set.rows, 0);
  for (const column of new Set(sets.flatMap(({ columns }) => columns))) {
    if (NEEDED.has(column) || OPTIONAL.has(column)) continue;
    const having = sets.filter(({ columns }) => columns.includes(column));
    const [first] = having;
    const lacking = sets.find(({ columns }) => !columns.includes(column));
    if (first === undefined || lacking === undefined) continue;
    const have = having.reduce((sum, set) => sum + set.rows, 0);
    const isLate = lacking.firstRow < first.firstRow;
    const args = { column: excerpt(column), have, lack: rows - have };
    const id = `dataset.partial-column.${isLate ? 'late' : 'lacking'}`;
    report((isLate ? first : lacking).firstRow, { message: { id, args } });
  }
}

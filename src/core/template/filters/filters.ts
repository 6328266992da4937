import type { Filter } from './filter.ts';
import { JSON_FILTERS } from './json-filters.ts';
import { MARKUP_FILTERS } from './markup-filters.ts';
import { NUMBER_FILTERS } from './number-filters.ts';
import { selectFilters } from './select-filters.ts';
import { SEQUENCE_FILTERS } from './sequence-filters.ts';
import { findTest } from './tests.ts';
import { TEXT_FILTERS } from './text-filters.ts';
import { VALUE_FILTERS } from './value-filters.ts';

const FILTERS: ReadonlyMap<string, Filter> = new Map(
  [
    TEXT_FILTERS,
    SEQUENCE_FILTERS,
    NUMBER_FILTERS,
    JSON_FILTERS,
    MARKUP_FILTERS,
    VALUE_FILTERS,
    selectFilters(findFilter, findTest),
  ].flatMap((family) => Object.entries(family)),
);

/** A filter of the environment by name. */
export function findFilter(name: string): Filter | undefined {
  return FILTERS.get(name);
}

import * as v from 'valibot';

/** Schema of the languages that sentences exist in. */
export const language = v.picklist(['en', 'ko']);

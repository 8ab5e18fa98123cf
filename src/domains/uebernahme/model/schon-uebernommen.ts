/**
 * When the same file was taken over before, and what it brought. `wartend`: rows that stayed behind and still do; findings of
 * earlier versions do not tell.
 */
export type SchonUebernommen = { readonly am: string; readonly beratungen: number; readonly wartend?: number };

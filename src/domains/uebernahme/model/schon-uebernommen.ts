/**
 * When the same file was taken over before, and what it brought. `wartend`: rows that stayed behind and still do; findings of
 * earlier versions tell consultations alone.
 */
export type SchonUebernommen = {
  readonly am: string;
  readonly beratungen: number;
  readonly personen?: number;
  readonly faelle?: number;
  readonly wartend?: number;
};

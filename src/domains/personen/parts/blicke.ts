import { dokumentBlick } from "../../dokumente/index.ts";
import { einbuergerungBlick } from "../../einbuergerung/index.ts";
import { einwilligungBlick } from "../../einwilligungen/index.ts";
import { fallBlick } from "../../faelle/index.ts";
import { familieBlick } from "../../familie/index.ts";
import { fristBlick } from "../../fristen/index.ts";
import { freigabeBlick } from "../../freigaben/index.ts";
import { lageBlick, schutzBlick } from "../../lebenslage/index.ts";
import { verweisBlick } from "../../verweise/index.ts";
import type { Ueberblick } from "../queries/ueberblick.ts";

/** What stands on the page of a person beside her own data, in this order: one line a room. */
export const BLICKE: readonly Ueberblick[] = [
  fallBlick,
  familieBlick,
  lageBlick,
  schutzBlick,
  einbuergerungBlick,
  einwilligungBlick,
  verweisBlick,
  fristBlick,
  dokumentBlick,
  freigabeBlick,
];

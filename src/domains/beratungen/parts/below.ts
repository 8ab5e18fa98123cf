import type { Frame } from "../../../platform/frame.ts";
import { tagText } from "../../../platform/span.ts";
import { LIST } from "./getan.ts";

/** Where a page about one consultation stands: below the page of that consultation. Its title stands in its card. */
export const belowBeratung = (frame: Frame, b: { readonly id: string; readonly am: string }) => ({
  frame,
  heading: false,
  breadcrumb: [
    { label: "Beratungen", href: LIST },
    { label: `Beratung vom ${tagText(b.am)}`, href: `${LIST}/${b.id}` },
  ],
});

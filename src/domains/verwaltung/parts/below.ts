import type { Visit } from "../../../platform/access.ts";

export const MITARBEITENDE = "/verwaltung/mitarbeitende";

const TOP = { label: "Verwaltung", href: "/verwaltung" };

/** Where the pages of one of the lists stand: below that list. */
export const belowList = ({ frame }: Visit, label: string, href: string) => ({
  frame,
  breadcrumb: [TOP, { label, href }],
});

/** Where a page about one account stands: below the page of that account. */
export const belowKonto = ({ frame }: Visit, konto: { readonly id: string; readonly name: string }) => ({
  frame,
  breadcrumb: [
    { label: "Mitarbeitende", href: MITARBEITENDE },
    { label: konto.name, href: `${MITARBEITENDE}/${konto.id}` },
  ],
});

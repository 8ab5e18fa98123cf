import { TECHNICAL_FIELDS, type Values } from "../../../platform/form.ts";
import { DescriptionList, Entered } from "../../../ui/index.ts";

const isTechnical = (name: string) => TECHNICAL_FIELDS.some((field) => field === name);

/** What was typed, to be read and copied. */
export function Typed({ values }: { readonly values: Values }) {
  const items = Object.entries(values)
    .filter(([name, list]) => !isTechnical(name) && list.some((value) => value !== ""))
    .map(([name, list]) => ({
      term: name.replaceAll("_", " "),
      value: <Entered class="text">{list.join(", ")}</Entered>,
    }));
  return items.length === 0 ? null : <DescriptionList items={items} />;
}

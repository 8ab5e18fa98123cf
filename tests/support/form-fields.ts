/** The fields of a page's form with this action, as a browser without JavaScript would send them. */
export function fieldsOf(html: string, action: string): URLSearchParams {
  const form = [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].find(
    ([text]) => attribute(text, "action") === action,
  );
  if (form === undefined) throw new Error(`Die Seite hat kein Formular für ${action}.`);
  const fields = new URLSearchParams();
  for (const [tag] of form[0].matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, "name");
    const chosen = !/type="(checkbox|radio|submit)"/.test(tag) || / checked/.test(tag);
    if (name !== "" && chosen) fields.append(name, attribute(tag, "value"));
  }
  for (const [text] of form[0].matchAll(/<select\b[\s\S]*?<\/select>/g)) {
    const selected = /<option\b[^>]* selected[^>]*>/.exec(text)?.[0] ?? /<option\b[^>]*>/.exec(text)?.[0] ?? "";
    fields.append(attribute(text, "name"), attribute(selected, "value"));
  }
  for (const [, name = "", value = ""] of form[0].matchAll(
    /<textarea\b[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/textarea>/g,
  )) {
    fields.append(name, decode(value));
  }
  return fields;
}

/** The same as values by name. */
export function formOf(html: string, action: string): Record<string, string[]> {
  const fields = fieldsOf(html, action);
  return Object.fromEntries([...new Set(fields.keys())].map((name) => [name, fields.getAll(name)]));
}

const attribute = (tag: string, name: string) => decode(new RegExp(`^<[^>]*? ${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
const decode = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

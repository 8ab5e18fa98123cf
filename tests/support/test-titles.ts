import { parseAst } from "vitest/node";
import { readSource } from "./import-graph.ts";

type Node = Readonly<Record<string, unknown>> & { readonly type: string };
type Title = { readonly line: number; readonly text: string };

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

const nodesIn = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

/** Every node of a syntax tree. */
function* all(value: unknown): Generator<Node> {
  if (isNode(value)) yield value;
  if (typeof value === "object" && value !== null) for (const part of Object.values(value)) yield* all(part);
}

/** `test` of `test.skipIf(…)`, `test.each(…)` and so on, with the way there. */
function wayOf(node: unknown): string[] {
  if (!isNode(node)) return [];
  if (node.type === "Identifier") return [String(node["name"])];
  if (node.type === "CallExpression") return wayOf(node["callee"]);
  if (node.type !== "MemberExpression" || !isNode(node["property"])) return [];
  return [...wayOf(node["object"]), String(node["property"]["name"])];
}

/** What a literal or template says, its values left out; undefined where a title is made otherwise. */
function textOf(node: Node | undefined): string | undefined {
  if (node?.type === "Literal" && typeof node["value"] === "string") return node["value"];
  if (node?.type !== "TemplateLiteral") return undefined;
  const texts = nodesIn(node["quasis"]).map(({ value }) =>
    typeof value === "object" && value !== null && "cooked" in value ? String(value.cooked) : "",
  );
  return texts.join(" ");
}

/** The names of rows, where the test itself does not use them: its first parameter begins with `_`. */
function rowNames(call: Node, constants: ReadonlyMap<string, unknown>): Node[] {
  const body = nodesIn(call["arguments"]).find((one) => one.type === "ArrowFunctionExpression");
  const [first] = nodesIn(body?.["params"]);
  if (!isNode(call["callee"]) || first?.type !== "Identifier" || !String(first["name"]).startsWith("_")) return [];
  let [table] = nodesIn(call["callee"]["arguments"]);
  if (table?.type === "Identifier") table = [constants.get(String(table["name"]))].find(isNode);
  if (table?.type === "TSAsExpression" && isNode(table["expression"])) table = table["expression"];
  return nodesIn(table?.["elements"]).flatMap((row) => nodesIn(row["elements"]).slice(0, 1));
}

/** Every title that stands literally in a test file: of tests, of groups, and of rows that have a name of their own. */
export function titlesIn(source: string, lang: "ts" | "tsx" = "ts"): Title[] {
  const nodes = [...all(parseAst(source, { lang }))];
  const declared = nodes.filter((node) => node.type === "VariableDeclarator");
  const constants = new Map(declared.map((one) => [wayOf(one["id"]).join("."), one["init"]]));
  return nodes.flatMap((call) => {
    if (call.type !== "CallExpression" || !/^(test|it|describe)\b/.test(wayOf(call["callee"])[0] ?? "")) return [];
    return [...nodesIn(call["arguments"]).slice(0, 1), ...rowNames(call, constants)].flatMap((node) => {
      const text = textOf(node);
      return text === undefined ? [] : [{ line: source.slice(0, Number(node["start"])).split("\n").length, text }];
    });
  });
}

/** Words that German sentences can hardly do without and English ones do not have. */
const GERMAN =
  /^(aber|als|auch|auf|aus|bei|beim|bis|bleibt|das|dem|der|des|ein|einem|einen|einer|eines|eine|er|es|für|gegen|gibt|hat|ihn|im|ist|jede|jeder|jedes|kein|keine|keinem|keinen|keiner|mit|nach|nicht|nichts|nie|nur|oder|ohne|sich|sie|sind|und|vom|von|vor|wenn|wer|werden|wie|wird|wo|zum|zur|zwei)$/i;
const QUOTED = /„[^“]*“|“[^”]*”|"[^"]*"|`[^`]*`/g;

/** Words of a title that are German, those of the glossary and what is quoted aside. */
export function germanIn(title: string, terms: readonly string[]): string[] {
  const words = title.replaceAll(QUOTED, " ").match(/\p{L}+/gu) ?? [];
  const articles = words.filter((word, i) => /^die$/i.test(word) && /^\p{Lu}/u.test(words[i + 1] ?? ""));
  const german = words.filter((word) => GERMAN.test(word) || (/[äöüß]/i.test(word) && !isTerm(word, terms)));
  return [...articles, ...german];
}

/** A technical term, also declined or as the beginning of another: Träger, Trägers, Trägerschlüssel. */
const isTerm = (word: string, terms: readonly string[]): boolean => terms.some((term) => word.startsWith(term));

/** The nouns of the first column of every table of the glossary. */
export const glossaryTerms = (): string[] =>
  readSource("GLOSSARY.md")
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .flatMap((line) => line.split("|")[1]?.match(/\p{Lu}\p{L}+/gu) ?? []);

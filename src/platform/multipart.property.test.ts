import * as fc from "fast-check";
import { expect, test } from "vitest";
import { partsOf } from "./multipart.ts";

/** What Node's own writer of forms makes of them: the bytes and the boundary. */
async function written(form: FormData) {
  const answer = new Response(form);
  const boundary = /boundary=(.+)$/.exec(answer.headers.get("Content-Type") ?? "")?.[1] ?? "";
  return { body: new Uint8Array(await answer.arrayBuffer()), boundary };
}

// The characters that could be taken for a border, beside any others.
const word = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("\r\n", "--", '"', "%", "ä", ";", "=", " ") }));
const file = fc.tuple(word, fc.uint8Array({ maxLength: 400 }));

test("a form is read as it was written, whatever its names, texts and bytes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(word, fc.oneof(word, file)), { maxLength: 6 }), async (fields) => {
      const form = new FormData();
      for (const [name, value] of fields) {
        if (typeof value === "string") form.append(name, value);
        else form.append(name, new File([value[1].slice()], value[0]));
      }
      const { body, boundary } = await written(form);
      const own = (
        await new Response(body, {
          headers: { "Content-Type": `multipart/form-data; boundary=${boundary}` },
        }).formData()
      ).entries();
      const parts = partsOf(body, boundary, 6);
      for (const part of parts ?? []) {
        const [name, value] = own.next().value ?? [];
        expect(part.name).toBe(name);
        const content = Buffer.from(part.content);
        if (typeof value === "string") expect(content.toString()).toBe(value);
        else
          expect([part.filename, content.equals(Buffer.from((await value?.bytes()) ?? []))]).toEqual([
            value?.name,
            true,
          ]);
      }
      expect([parts?.length, own.next().done]).toEqual([fields.length, true]);
    }),
  );
});

test("what was cut off anywhere, or has too many parts, is none", async () => {
  const form = new FormData();
  form.append("art", "brief");
  form.append("datei", new File(["Inhalt"], "a.pdf"));
  const { body, boundary } = await written(form);
  expect(partsOf(body, boundary, 2)).toHaveLength(2);
  expect(partsOf(body, boundary, 1)).toBeUndefined();
  const last = Buffer.from(body.buffer).lastIndexOf("--");
  for (let end = 0; end <= last; end += 1) expect(partsOf(body.slice(0, end), boundary, 2)).toBeUndefined();
});

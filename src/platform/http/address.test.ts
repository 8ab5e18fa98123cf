import { expect, test } from "vitest";
import { clientAddress } from "./address.ts";

test.each([
  ["127.0.0.1", undefined, "127.0.0.1"],
  ["::1", undefined, "::1"],
  ["::ffff:127.0.0.1", undefined, "127.0.0.1"],
  ["192.0.2.1", undefined, "192.0.2.1"],
  ["::ffff:192.0.2.1", undefined, "192.0.2.1"],
])("without a proxy %s (%s) is %s", (peer, forwarded, address) => {
  expect(clientAddress(peer, forwarded)).toBe(address);
});

test.each([
  ["127.0.0.1", "198.51.100.7", "198.51.100.7"],
  ["::ffff:127.0.0.1", "203.0.113.5, 198.51.100.7", "198.51.100.7"],
  ["::1", "2001:db8::7", "2001:db8::7"],
  ["127.0.0.1", "unsinn", "127.0.0.1"],
  ["127.0.0.1", "", "127.0.0.1"],
])("a proxy on this machine (%s) tells with %j that it is %s", (peer, forwarded, address) => {
  expect(clientAddress(peer, forwarded)).toBe(address);
});

test("whoever comes from elsewhere cannot pass for another", () => {
  expect(clientAddress("192.0.2.1", "127.0.0.1")).toBe("192.0.2.1");
});

import { describe, expect, test } from "vitest";
import { NotFound, Stale, TooMuch } from "./form.ts";
import { statusOf } from "./http/errors.ts";
import { isRepeatable } from "./pause.ts";

const coded = (code: string, message = "") => Object.assign(new Error(message), { code });

describe("what an error is to whoever asked", () => {
  test.each<[string, unknown, number]>([
    ["a server that starts", coded("57P03"), 503],
    ["a server that stops", coded("57P01"), 503],
    ["a connection that was cut", coded("08006"), 503],
    ["too many connections", coded("53300"), 503],
    ["a statement that took too long", coded("57014"), 503],
    ["a lock that nobody gave", coded("55P03"), 503],
    ["a transaction that idled", coded("25P03"), 503],
    ["a circle of locks, for the last time", coded("40P01"), 503],
    ["nobody listens", coded("ECONNREFUSED"), 503],
    ["no such name, for the moment", coded("EAI_AGAIN"), 503],
    ["several ways, all closed", new AggregateError([coded("ECONNREFUSED")]), 503],
    ["what led to it", new Error("gescheitert", { cause: coded("ECONNRESET") }), 503],
    ["a broken client", new Error("Client has encountered a connection error and is not queryable"), 503],
    ["a closed client", new Error("Client was closed and is not queryable"), 503],
    ["a connection that ended", new Error("Connection terminated unexpectedly"), 503],
    ["an answer that never came", new Error("Query read timeout"), 503],
    ["no connection in time", new Error("timeout exceeded when trying to connect"), 503],
    ["a pool that is closing", new Error("Cannot use a pool after calling end on the pool"), 503],
    ["the doors are closed", new Error("Die Datenbank ist nicht geöffnet."), 503],
    ["a full disk", coded("53100"), 507],
    ["a full disk here", coded("ENOSPC"), 507],
    ["a mistake of ours", coded("42P01"), 500],
    ["another mistake of ours", new TypeError("x is not a function"), 500],
    ["a rule of the database", coded("23505"), 500],
    ["not there", new NotFound(), 404],
    ["changed meanwhile", new Stale(2, {}), 409],
    ["too much", new TooMuch(), 413],
    ["no error at all", "kaputt", 500],
  ])("%s", (_, error, status) => {
    expect(statusOf(error)).toBe(status);
  });

  test("is worth another try when only somebody else was in the way", () => {
    expect(
      [coded("40P01"), coded("40001"), coded("23505"), coded("0A000", "cached plan must not change result type")].every(
        isRepeatable,
      ),
    ).toBe(true);
    expect([coded("0A000", "not supported"), coded("57P01"), coded("23503"), new Error("x")].some(isRepeatable)).toBe(
      false,
    );
  });
});

import { FluentResource } from "@fluent/bundle";
import catalogues from "catalogues";
import { expect, test } from "vitest";
import { exportedMessages } from "./catalogue.ts";

test.each(Object.entries(catalogues))(
  "without comments and spaces, the messages of an exported page are the same: %s",
  (_, catalogue) => {
    const all = new Map(new FluentResource(catalogue).body.map((message) => [message.id, message]));
    const exported = new FluentResource(exportedMessages(catalogue)).body;
    expect(exported.length).toBeGreaterThan(200);
    for (const message of exported) expect(message).toEqual(all.get(message.id));
  },
);

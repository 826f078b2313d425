import { expect } from "chai";
import { writeFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { serveSite } from "../../src/browser/build/serve-site.js";
import { emptyFolder } from "../jupyter/egov-kz.js";

const status = (port: number, path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get({ port, path, host: "127.0.0.1" }, (answer) => resolve(answer.resume().statusCode!)).on(
      "error",
      reject,
    );
  });

describe("the server of the site", () => {
  const folder = emptyFolder();

  it("answers what is no address of its own, and goes on", async () => {
    writeFileSync(join(folder, "index.html"), "<p>here</p>");
    const { port, server } = await serveSite(folder, 0);
    for (const path of ["//", "/%E0%A4%A", "/../package.json", "/%00", "*"])
      expect(await status(port, path), path).to.be.oneOf([200, 404]);
    expect(await status(port, "/?again")).to.equal(200);
    server.close();
  });
});

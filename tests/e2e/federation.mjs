// Everybody a custodian meets, played by the programs `ugnay` and `ugnay-buffer`: two further custodians, an outside
// witness, the office, two officers of a desk, a register with invented people, a buffer on loopback. Two of three open.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { until } from "./webdriver.mjs";

const PASSPHRASE = "limang salitang walang laman";
const PEOPLE = resolve("tests/fixtures/import/cuenca_dita_A_utf8bom_semicolon.csv");
/** Where the register's people live, and where the crisis is. */
export const SCOPE = { barangay: "0401009007", name: "Dita", country: "SA" };
const TOWN = "0401009000";

export class Federation {
  #programs;
  #buffer;

  /** `programs`: the folder with the programs; `dir`: a new folder for everybody's files. */
  constructor(programs, dir) {
    this.#programs = programs;
    this.dir = dir;
    mkdirSync(dir);
    writeFileSync(this.at("pass"), `${PASSPHRASE}\n`);
  }

  at(name) {
    return join(this.dir, name);
  }

  /** Runs `ugnay` and gives its answer. */
  async ugnay(...args) {
    const { code, out, err } = await this.#run("ugnay", [...args, "--json"]);
    assert.equal(code, 0, `ugnay ${args.slice(0, 2).join(" ")}: ${err}`);
    return JSON.parse(out);
  }

  /** The same for what opens somebody's folder. */
  party(...args) {
    return this.ugnay(...args, "--passphrase-file", this.at("pass"));
  }

  #run(program, args) {
    return new Promise((done) => {
      execFile(join(this.#programs, program), args, { cwd: this.dir, maxBuffer: 64 << 20 }, (error, out, err) =>
        done({ code: error ? (error.code ?? 1) : 0, out, err }),
      );
    });
  }

  /** The buffer's key and address, and everybody's cards; the first custodian's is still missing. */
  async gather() {
    const { out } = await this.#run("ugnay-buffer", ["init", "--data", this.at("buffer"), "--origin", "buffer.test/log"]);
    writeFileSync(this.at("log.key"), out);
    this.url = `http://127.0.0.1:${await freePort()}`;
    for (const [house, country] of [["two", "IT"], ["three", "CH"]]) {
      await this.party("custodian", "create", this.at(house), "--name", `House ${house}`, "--jurisdiction", country);
      const { words } = await this.party("custodian", "words", this.at(house));
      writeFileSync(this.at(`${house}.words`), words.join(" "));
      await this.party("custodian", "words-check", this.at(house), "--words-file", this.at(`${house}.words`));
      await this.party("custodian", "card", this.at(house), "--out", this.at(`${house}.card`));
    }
    await this.party("witness", "create", this.at("witness"), "--name", "Outside", "--jurisdiction", "NL");
    await this.party("witness", "card", this.at("witness"), "--out", this.at("witness.card"));
    await this.party("office", "create", this.at("office"), "--name", "Office");
    await this.party("office", "card", this.at("office"), "--out", this.at("office.card"));
  }

  /** The founding to sign, with `card` in the first place. */
  async draft(card) {
    const policy = ["--custodians", "3", "--approvals", "2", "--quorum", "3", "--demo", "--out", this.at("policy")];
    await this.ugnay("federation", "policy", ...policy);
    const cards = [card, ...["two", "three", "witness", "office"].map((who) => this.at(`${who}.card`))];
    const settings = ["--log", this.at("log.key"), "--policy", this.at("policy"), "--out", this.at("draft")];
    await this.ugnay("federation", "draft", "--name", "Test federation", ...settings, ...cards);
    return this.at("draft");
  }

  /** Founds the federation with the first custodian's signed copy, starts the buffer; everybody but that custodian joins. */
  async found(signed) {
    const copies = [signed];
    for (const house of ["two", "three"]) {
      copies.push(this.at(`${house}.signed`));
      await this.party("custodian", "sign-genesis", this.at(house), this.at("draft"), "--out", copies.at(-1));
    }
    this.founding = await this.ugnay("federation", "assemble", "--out", this.at("f"), ...copies);
    this.genesis = this.at("f/genesis");
    await this.serve(this.at("f/buffer.toml"));
    for (const house of ["two", "three"]) {
      await this.party("custodian", "join", this.at(house), this.genesis, "--fingerprint", this.founding.fingerprint);
      await this.party("custodian", "connect", this.at(house), this.url);
    }
    await this.party("custodian", "log-paper", this.at("two"), this.genesis);
    for (const who of ["witness", "office"]) await this.join(who);
    return this.genesis;
  }

  /** Lets a witness, an office or an officer join. */
  async join(kind, name = kind) {
    const trust = ["--genesis", this.genesis, "--words", this.founding.fingerprint, "--buffer", this.url];
    await this.party(kind, "join", this.at(name), ...trust);
  }

  /** Starts the buffer, or starts it anew with other settings. */
  async serve(settings) {
    this.stop();
    copyFileSync(settings, this.at("buffer/buffer.toml"));
    const listen = this.url.slice("http://".length);
    const args = ["serve", "--data", this.at("buffer"), "--listen", listen];
    this.#buffer = spawn(join(this.#programs, "ugnay-buffer"), args, { stdio: "ignore" });
    await until("the buffer answers", async () => (await fetch(`${this.url}/v1/meta`)).ok);
  }

  stop() {
    this.#buffer?.kill();
    this.#buffer = undefined;
  }

  /** Everybody's hourly visit to the buffer but the first custodian's. */
  async visits() {
    for (const house of ["two", "three"]) await this.party("custodian", "exchange", this.at(house));
    await this.party("witness", "visit", this.at("witness"));
  }

  /** A register of the barangay joins and deals its shares. Needs a visit of every custodian afterwards. */
  async register() {
    await this.party("register", "create", this.at("register"), "--place", SCOPE.barangay);
    const { persons } = await this.party("import", this.at("register"), PEOPLE);
    const { words } = await this.party("office", "invite", this.at("office"));
    writeFileSync(this.at("invitation"), words);
    const trust = ["--words-file", this.at("invitation"), "--words", this.founding.fingerprint, "--buffer", this.url];
    await this.party("register", "join", this.at("register"), ...trust);
    const first = await this.#run("ugnay", this.#syncing());
    assert.match(first.err, /waiting_for_ticket/, "the office has not answered yet");
    await this.party("office", "answer", this.at("office"));
    await this.sync();
    return persons;
  }

  #syncing() {
    return ["sync", this.at("register"), "--buffer", this.url, "--passphrase-file", this.at("pass"), "--json"];
  }

  async sync() {
    const { code, out, err } = await this.#run("ugnay", this.#syncing());
    assert.equal(code, 0, `sync: ${err}`);
    return JSON.parse(out);
  }

  /** Two officers become a desk, on the word of the two custodians here. */
  async desk() {
    const cards = [];
    for (const officer of ["officer1", "officer2"]) {
      await this.party("desk", "create", this.at(officer), "--name", officer);
      cards.push(this.at(`${officer}.card`));
      await this.party("desk", "card", this.at(officer), "--out", cards.at(-1));
      await this.join("desk", officer);
    }
    await this.ugnay("desk", "draft-card", "--name", "Crisis desk", "--area", TOWN, "--out", this.at("desk.draft"), ...cards);
    const copies = ["two", "three"].map((house) => this.at(`desk.${house}`));
    await this.party("custodian", "sign", this.at("two"), this.at("desk.draft"), "--out", copies[0]);
    await this.party("custodian", "sign", this.at("three"), this.at("desk.draft"), "--out", copies[1]);
    await this.ugnay("paper", "join", "--out", this.at("desk.card"), "--genesis", this.genesis, ...copies);
    await this.party("custodian", "log-paper", this.at("two"), this.at("desk.card"));
    const settings = this.at("buffer.toml");
    await this.#run("ugnay", ["federation", "buffer", "--genesis", this.genesis, "--card", this.at("desk.card"), "--out", settings]);
    await this.serve(settings);
  }

  /** The desk asks for the scope; both officers sign. Gives the request's id. */
  async ask() {
    writeFileSync(this.at("declaration"), "A declaration.");
    const why = ["--purpose", "evacuation", "--declaration", "Declaration 1", "--document", this.at("declaration")];
    const what = ["--barangay", SCOPE.barangay, "--country", SCOPE.country, "--out", this.at("request")];
    const { id } = await this.party("release", "ask", this.at("officer1"), ...why, ...what);
    await this.#run("ugnay", ["desk", "sign", this.at("officer2"), this.at("request"), "--yes", "--out", this.at("request.2"), "--passphrase-file", this.at("pass")]);
    await this.party("desk", "submit", this.at("officer2"), this.at("request.2"));
    return id;
  }
}

/** The programs beside the window's. */
export const programsOf = (application) => dirname(application);

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

import { expect } from "chai";
import { countryKey, findCountry, suggestCountry } from "../../src/egov/country-names.js";

describe("findCountry", () => {
  const spellings: Record<string, string[]> = {
    KAZ: ["Kazakhstan", "kazakhstan ", "KZ", "kaz", "Казахстан", "Қазақстан"],
    TUR: ["Turkey", "Türkiye", "Turkiye"],
    CIV: ["Côte d'Ivoire", "Côte d’Ivoire", "Cote dIvoire", "Ivory Coast"],
    COG: ["Congo", "Republic of the Congo", "Congo, Rep."],
    COD: ["Democratic Republic of the Congo", "DR Congo", "Congo (Democratic Republic of the)"],
    PRK: ["Democratic People's Republic of Korea", "Korea, North", "KP"],
    GBR: ["United Kingdom of Great Britain and Northern Ireland", "UK", "GB", "Великобритания"],
    GEO: ["Georgia", "Georgia (Country)"],
    SWZ: ["Swaziland", "Eswatini"],
    KNA: ["Saint Kitts and Nevis", "St. Kitts & Nevis"],
    BHS: ["Bahamas", "The Bahamas", "Bahamas, The"],
  };
  for (const [iso3, names] of Object.entries(spellings)) {
    it(`knows ${iso3} as ${names.join("; ")}`, () => {
      expect(names.map((name) => findCountry(name)?.iso3)).to.deep.equal(names.map(() => iso3));
    });
  }

  it("tells near names apart", () => {
    const near = [
      "Niger",
      "Nigeria",
      "Guinea",
      "Guinea-Bissau",
      "Dominica",
      "Dominican Republic",
      "Iran",
      "Iraq",
      "Mali",
      "Malta",
    ];
    expect(new Set(near.map((name) => findCountry(name)?.iso3)).size).to.equal(near.length);
  });

  it("knows nothing by an empty name, a misspelling or a region", () => {
    expect(["", " ", "Kazakstan", "Asia", "XX"].map(findCountry)).to.deep.equal([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe("countryKey", () => {
  it("keeps Cyrillic letters whose marks are part of them", () => {
    expect(countryKey("Новый й")).to.equal("новыйй");
    expect(countryKey("São Tomé & Príncipe")).to.equal("saotomeandprincipe");
  });
});

describe("suggestCountry", () => {
  it("allows for a letter inserted, left out, replaced or swapped", () => {
    expect(
      ["Estoniaa", "Estnia", "Eztonia", "Etsonia"].map((name) => suggestCountry(name, [])),
    ).to.deep.equal(Array.from({ length: 4 }, () => "Estonia"));
  });

  it("suggests a name of the file too, and nothing for what is far from all", () => {
    expect(suggestCountry("Hong Kongg", ["Hong Kong SAR", "Hong Kong"])).to.equal("Hong Kong");
    expect(suggestCountry("Nowhereland", [])).to.equal(null);
    expect(suggestCountry("Q", [])).to.equal(null);
  });
});

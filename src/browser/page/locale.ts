/** The texts of the page's language, and of no other, put where `text` looks for them. */
import { putTexts } from "./put-texts.js";

await putTexts(`${document.body.dataset.root}assets/`, document.documentElement.lang);

/** Draws pictures in a separate thread. */
import { answerQuestions } from "../../threads/ask-thread.js";
import type { Figure } from "../figure.js";
import { figureToPng } from "./png.js";

answerQuestions((figure: Figure): Promise<Uint8Array> => figureToPng(figure));

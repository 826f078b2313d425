/** Node's globals and modules for pages that run the project's own code. */
import "../node/process.js";
import { offer } from "../node/module.js";
import { modules } from "virtual:modules";

offer(modules);

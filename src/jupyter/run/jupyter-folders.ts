/** Where Jupyter looks for kernels. */
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** The data folders in Jupyter's order: JUPYTER_PATH, user, environment, those of commands on the PATH, system. */
export function jupyterFolders(environment: NodeJS.ProcessEnv): string[] {
  const folders = [
    ...(environment.JUPYTER_PATH ?? "").split(delimiter),
    userJupyterFolder(environment),
    ...[environment.VIRTUAL_ENV, environment.CONDA_PREFIX].map((prefix) =>
      prefix ? join(prefix, "share", "jupyter") : "",
    ),
    ...(environment.PATH ?? "")
      .split(delimiter)
      .map((bin) => (bin ? join(bin, "..", "share", "jupyter") : "")),
    ...(process.platform === "win32"
      ? [join(environment.PROGRAMDATA ?? "C:\\ProgramData", "jupyter")]
      : ["/usr/local/share/jupyter", "/usr/share/jupyter"]),
  ];
  return [...new Set(folders.filter((folder) => folder !== ""))];
}

/** Where Jupyter keeps the data of this user. */
export function userJupyterFolder(environment: NodeJS.ProcessEnv): string {
  const home = homedir();
  const user: Record<string, string> = {
    darwin: join(home, "Library", "Jupyter"),
    win32: join(environment.APPDATA ?? join(home, "AppData", "Roaming"), "jupyter"),
  };
  const xdg = environment.XDG_DATA_HOME ?? join(home, ".local", "share");
  return environment.JUPYTER_DATA_DIR ?? user[process.platform] ?? join(xdg, "jupyter");
}

"""Notebooks as nbclient and nbconvert execute them, with the kernel egov-kz installed: python3 test_nbclient.py."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbconvert import HTMLExporter, ScriptExporter
from nbformat.v4 import new_code_cell, new_notebook


def notebook(*cells):
    metadata = {"kernelspec": {"name": "egov-kz", "display_name": "TypeScript", "language": "typescript"}}
    return new_notebook(cells=[new_code_cell(cell) for cell in cells], metadata=metadata)


def execute(book, kernel_name="egov-kz", **options):
    NotebookClient(book, kernel_name=kernel_name, timeout=60, **options).execute()
    return book


class NbclientTests(unittest.TestCase):
    def test_results_and_streams_are_stored(self):
        book = execute(notebook('console.log("out"); console.error("err");', "6 * 7"))
        self.assertEqual([(o.name, o.text) for o in book.cells[0].outputs], [("stdout", "out\n"), ("stderr", "err\n")])
        self.assertEqual(book.cells[1].outputs[0].data, {"text/plain": "42"})
        self.assertEqual([cell.execution_count for cell in book.cells], [1, 2])

    def test_an_error_stops_the_notebook(self):
        book = notebook("1", 'throw new RangeError("here");', "3")
        with self.assertRaisesRegex(CellExecutionError, "RangeError: here"):
            execute(book)
        self.assertEqual(book.cells[2].execution_count, None)

    def test_a_type_error_stops_the_notebook(self):
        with self.assertRaisesRegex(CellExecutionError, "TS2322"):
            execute(notebook('const n: number = "text";'))

    def test_an_unawaited_rejection_stops_the_notebook(self):
        with self.assertRaisesRegex(CellExecutionError, "nobody waits"):
            execute(notebook('Promise.reject(new Error("nobody waits"));'))

    def test_late_output_reaches_the_cell_that_runs_then(self):
        book = execute(
            notebook(
                'setTimeout(() => console.log("late"), 500);',
                "await new Promise((resolve) => setTimeout(resolve, 1500));",
            )
        )
        self.assertEqual([output.text for output in book.cells[1].outputs], ["late\n"])

    def test_late_errors_are_reported_in_the_next_cell(self):
        book = notebook(
            'setTimeout(() => { throw new Error("late"); }, 50);',
            "await new Promise((resolve) => setTimeout(resolve, 300));",
        )
        with self.assertRaisesRegex(CellExecutionError, "late"):
            execute(book)

    def test_allow_errors_runs_every_cell(self):
        book = execute(notebook('throw new Error("one");', "2", 'throw new Error("three");', "4"), allow_errors=True)
        kinds = [cell.outputs[0].output_type for cell in book.cells]
        self.assertEqual(kinds, ["error", "execute_result", "error", "execute_result"])

    def test_raises_exception_lets_the_rest_run(self):
        book = notebook('throw new Error("wanted");', "2")
        book.cells[0].metadata["tags"] = ["raises-exception"]
        execute(book)
        self.assertEqual(book.cells[0].outputs[0].evalue, "wanted")
        self.assertEqual(book.cells[1].outputs[0].data["text/plain"], "2")

    def test_a_timeout_is_an_error(self):
        book = notebook("while (true) {}")
        with self.assertRaises(CellTimeoutError):
            NotebookClient(book, kernel_name="egov-kz", timeout=5).execute()

    def test_a_timeout_may_interrupt_and_go_on(self):
        for code in "while (true) {}", "await new Promise(() => {});", "await 0; while (true) {}":
            with self.subTest(code=code):
                book = notebook(code, '"alive"')
                client = NotebookClient(
                    book, kernel_name="egov-kz", timeout=8, interrupt_on_timeout=True, allow_errors=True
                )
                client.execute()
                self.assertEqual(book.cells[0].outputs[0].ename, "Interrupted")
                self.assertEqual(book.cells[1].outputs[0].data["text/plain"], "alive")

    def test_a_dying_kernel_is_noticed(self):
        for code in "process.exit(3)", 'process.kill(process.pid, "SIGKILL")':
            with self.subTest(code=code), self.assertRaises(DeadKernelError):
                execute(notebook(code))


class NbconvertTests(unittest.TestCase):
    def convert(self, *cells):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "book.ipynb")
            path.write_text(json.dumps(notebook(*cells)))
            command = [sys.executable, "-m", "nbconvert", "--execute", "--to", "notebook", "--stdout", str(path)]
            return subprocess.run(command, capture_output=True, text=True, timeout=120)

    def test_execute_writes_the_outputs(self):
        run = self.convert("6 * 7")
        self.assertEqual(run.returncode, 0, run.stderr)
        outputs = json.loads(run.stdout)["cells"][0]["outputs"]
        self.assertEqual(outputs[0]["data"], {"text/plain": ["42"]})

    def test_execute_fails_on_an_error(self):
        run = self.convert('throw new Error("told");')
        self.assertNotEqual(run.returncode, 0)
        self.assertIn("Error: told", run.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)

import type { AnyNode } from "acorn";
import type { SheetCell } from "./paper-folder.js";

/** A part of a formula written in one way only, row and column of the claim's cell put in. */
export function canonical(part: AnyNode, cell: SheetCell | null): string {
  const of = (node: AnyNode): string => canonical(node, cell);
  switch (part.type) {
    case "Literal":
      return JSON.stringify(part.value);
    case "Identifier":
      return part.name === "row"
        ? `"${cell?.row}"`
        : part.name === "column"
          ? `"${cell?.column}"`
          : part.name;
    case "MemberExpression":
      return part.computed
        ? `${of(part.object)}[${of(part.property)}]`
        : `${of(part.object)}.${of(part.property)}`;
    case "CallExpression":
      return `${of(part.callee)}(${part.arguments.map(of).join(", ")})`;
    case "SequenceExpression":
      return part.expressions.map(of).join("..");
    case "UnaryExpression":
      return `${part.operator}(${of(part.argument)})`;
    case "BinaryExpression":
    case "LogicalExpression":
      return `(${of(part.left)} ${part.operator} ${of(part.right)})`;
    default:
      return part.type;
  }
}

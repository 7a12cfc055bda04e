"""From a template to Python: each value is written as it was made safe, and each block pays for
what it does.
"""

from collections.abc import Iterable
from typing import Any

from jinja2.compiler import CodeGenerator, Frame, operators
from jinja2.nodes import (
    Call,
    Compare,
    Const,
    Dict,
    EnvironmentAttribute,
    Expr,
    For,
    Getitem,
    List,
    Node,
    Slice,
    TemplateData,
    Tuple,
)

_TEGN_I_EN_NODE = 50


class Malskriver(CodeGenerator):
    """Writes each value as it was made safe, and puts texts together as the environment does.

    Jinja's own would make every value safe for HTML once again. What is overridden is private to
    Jinja, and as in 3.1; its own NativeCodeGenerator overrides the same. The wheel holds what this
    file makes of our templates.
    """

    def write_commons(self) -> None:
        """Begin the function that a template or a block becomes; the environment's own names stand
        in place of Jinja's.
        """
        super().write_commons()
        self.writeline("Markup, markup_join = environment.ferdig, environment.sett_sammen")
        self.writeline("Macro, TemplateReference = environment.makro, environment.malreferanse")

    def blockvisit(self, nodes: Iterable[Node], frame: Frame) -> None:
        """Let a block pay for what stands in it each time it runs."""
        alle = list(nodes)
        self.writeline(f"environment.forbruk.bruk({1 + sum(map(_vekt, alle))})")
        super().blockvisit(alle, frame)

    def visit_For(self, node: For, frame: Frame) -> None:  # noqa: N802  as Jinja has it
        """A loop that leaves out some pays for all that it looks at."""
        if node.test is not None:
            node.iter = Call(EnvironmentAttribute("telt"), [node.iter], [], None, None)
        super().visit_For(node, frame)

    def visit_Compare(self, node: Compare, frame: Frame) -> None:  # noqa: N802  as Jinja has it
        """Both sides of a comparison pay for their size."""
        self.write("(")
        self._veid(node.expr, frame)
        for ledd in node.ops:
            self.write(f" {operators[ledd.op]} ")
            self._veid(ledd.expr, frame)
        self.write(")")

    def visit_Getitem(self, node: Getitem, frame: Frame) -> None:  # noqa: N802  as Jinja has it
        """A cut pays for what is cut."""
        if not isinstance(node.arg, Slice):
            super().visit_Getitem(node, frame)
            return
        self._veid(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_List(self, node: List, frame: Frame) -> None:  # noqa: N802  as Jinja has it
        """A list pays for all that is in it."""
        self.write("environment.forbruk.vei(")
        super().visit_List(node, frame)
        self.write(")")

    def visit_Dict(self, node: Dict, frame: Frame) -> None:  # noqa: N802  as Jinja has it
        """A mapping pays for all that is in it, and its keys before they are looked at."""
        self.write("environment.forbruk.vei({")
        for ledd in node.items:
            self._veid(ledd.key, frame)
            self.write(": ")
            self.visit(ledd.value, frame)
            self.write(", ")
        self.write("})")

    def visit_Tuple(self, node: Tuple, frame: Frame) -> None:  # noqa: N802  as Jinja has it
        """A tuple pays for all that is in it."""
        if node.ctx != "load":  # names to be set
            super().visit_Tuple(node, frame)
            return
        self.write("environment.forbruk.vei(")
        super().visit_Tuple(node, frame)
        self.write(")")

    def _veid(self, node: Expr, frame: Frame) -> None:
        if isinstance(node, Const):
            self.visit(node, frame)
            return
        self.write("environment.forbruk.vei(")
        self.visit(node, frame)
        self.write(")")

    # private to Jinja
    def _output_child_pre(self, _node: Expr, _frame: Frame, finalize: Any) -> None:  # noqa: ANN401
        self.write(finalize.src)

    def _output_child_post(self, _node: Expr, _frame: Frame, _finalize: object) -> None:
        self.write(")")


def _vekt(node: Node) -> int:
    """How much stands in a part of a template, but for the blocks in it, which pay for
    themselves.
    """
    egen = 1 + len(node.data) // _TEGN_I_EN_NODE if isinstance(node, TemplateData) else 1
    return egen + sum(map(_vekt, node.iter_child_nodes(exclude=("body", "else_"))))

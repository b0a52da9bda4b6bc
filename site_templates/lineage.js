// The lineage page. Layers and orders come from the build (window.streamtLineage); here they only become coordinates of what
// is in view: everything while that is little, else the domains, one domain, or the surroundings of one node.
// The address holds the view: #node=model:x, #domain=payments, #all.
(function () {
  "use strict";

  var graph = window.streamtLineage;
  var page = document.querySelector("[data-st-lineage]");
  if (!graph || !page || typeof vis === "undefined") return;

  var READABLE = 0.55; // the scale below which names are a strain
  var SMALL = 300; // the most that are laid out anew for each view; more keep the order of the build
  var FEW = 60; // the most edges that are drawn to the domains around one; more are counted
  var WHOLE = 150; // the most nodes that are drawn at once without being asked for
  var WIDTH = 196, HEIGHT = 44, ACROSS = 92, DOWN = 16;
  var part = function (name) { return page.querySelector("[data-st-" + name + "]"); };
  var canvas = part("canvas"), find = part("find"), found = part("found"), view = part("view");
  var depth = part("depth"), direction = part("direction"), tests = part("tests"), reset = part("reset");

  var nodes = graph.nodes, byKey = new Map(), above = nodes.map(list), below = nodes.map(list);
  nodes.forEach(function (node) { byKey.set(node.key, node.id); });
  graph.edges.forEach(function (edge) {
    below[edge.from].push(edge.to);
    above[edge.to].push(edge.from);
  });
  function list() { return []; }

  // Colours are the page's own, so that the picture follows its light or dark scheme.
  var colours = {};
  function readColours() {
    var style = getComputedStyle(page);
    ["fg", "muted", "line", "card", "link", "source", "model", "exposure", "test", "edge"].forEach(function (name) {
      colours[name] = style.getPropertyValue("--st-" + name).trim() || "#888";
    });
    colours.font = style.fontFamily;
  }

  var measured = new Map();
  function fitted(context, text, width) {
    if (!measured.has(text)) {
      var cut = text;
      while (cut.length > 1 && context.measureText(cut === text ? cut : cut + "…").width > width) {
        cut = cut.slice(0, Math.floor(cut.length * 0.92));
      }
      measured.set(text, cut === text ? text : cut + "…");
    }
    return measured.get(text);
  }

  function box(args) {
    var context = args.ctx, item = shown.get(args.id), left = args.x - WIDTH / 2, top = args.y - HEIGHT / 2;
    function draw() {
      var scale = network ? network.getScale() : 1;
      context.globalAlpha = near && !near.has(args.id) ? 0.25 : 1;
      context.beginPath();
      if (scale < 0.22) {
        context.rect(left, top, WIDTH, HEIGHT);
        context.fillStyle = colours[item.kind] || colours.muted;
        context.fill();
        context.globalAlpha = 1;
        return;
      }
      context.roundRect(left, top, WIDTH, HEIGHT, 6);
      context.fillStyle = colours.card;
      context.fill();
      context.lineWidth = item.focus ? 2 : 1;
      context.strokeStyle = args.state.hover ? colours.link : item.focus ? colours.fg : colours.line;
      context.stroke();
      context.fillStyle = colours[item.kind] || colours.muted;
      context.fillRect(left, top + 8, 3, HEIGHT - 16);
      if (scale > 0.3) {
        context.textBaseline = "middle";
        context.textAlign = "left";
        context.fillStyle = colours.fg;
        context.font = "600 13px " + colours.font;
        context.fillText(fitted(context, item.label, WIDTH - 26), left + 14, top + 16);
        context.fillStyle = colours.muted;
        context.font = "11px " + colours.font;
        context.fillText(item.second, left + 14, top + 31);
      }
      context.globalAlpha = 1;
    }
    return { drawNode: draw, nodeDimensions: { width: WIDTH, height: HEIGHT } };
  }

  // Items of one layer stand under each other in the order of the build; layers without items take no room.
  function placed(items, loose) {
    var layers = new Map();
    items.forEach(function (item) {
      if (!layers.has(item.layer)) layers.set(item.layer, []);
      layers.get(item.layer).push(item);
    });
    var x = 0;
    Array.from(layers.keys()).sort(function (a, b) { return a - b; }).forEach(function (layer) {
      var column = layers.get(layer).sort(function (a, b) { return a.order - b.order; });
      // A very long layer stands in several columns, so that the whole is nearer to a screen's shape.
      var rows = Math.max(24, Math.ceil(Math.sqrt(items.length) * 1.6));
      var columns = Math.ceil(column.length / rows);
      var each = Math.ceil(column.length / columns);
      column.forEach(function (item, at) {
        var of = Math.min(each, column.length - Math.floor(at / each) * each);
        item.x = x + Math.floor(at / each) * (WIDTH + 24);
        item.y = ((at % each) - (of - 1) / 2) * (HEIGHT + DOWN * (loose || 1));
      });
      x += (columns - 1) * (WIDTH + 24) + WIDTH + ACROSS;
    });
    return items;
  }

  // A small picture is worth straightening: an edge that passes a layer gets a place of its own in it, so that it goes
  // around the boxes there and not behind them; then every layer is put in the order of what it is tied to.
  function straightened(items, edges, loose) {
    var ranks = new Map();
    Array.from(new Set(items.map(function (each) { return each.layer; }))).sort(function (a, b) { return a - b; })
      .forEach(function (layer, rank) { ranks.set(layer, rank); });
    var rows = Array.from(ranks, function () { return []; }), cells = new Map(), lines = [], ways = [];
    function cell(id, rank, each, order) {
      var made = { id: id, item: each, rank: rank, order: order, at: 0, left: [], right: [] };
      rows[rank].push(made);
      return made;
    }
    items.forEach(function (each) { cells.set(each.id, cell(each.id, ranks.get(each.layer), each, each.order)); });
    rows.forEach(function (row) {
      row.sort(function (a, b) { return a.order - b.order; });
      spread(row);
    });
    edges.forEach(function (edge) {
      var from = cells.get(edge.from), to = cells.get(edge.to), step = to.rank < from.rank ? -1 : 1, last = from;
      for (var rank = from.rank + step; (to.rank - rank) * step > 0; rank += step) {
        var way = cell("way " + ways.length, rank, null, 0);
        way.at = from.at + ((to.at - from.at) * (rank - from.rank)) / (to.rank - from.rank);
        ways.push(way);
        line(last, way, edge, false);
        last = way;
      }
      line(last, to, edge, true);
    });
    function line(a, b, edge, end) {
      lines.push(Object.assign({}, edge, { from: a.id, to: b.id }, end ? {} : { arrows: { to: { enabled: false } } }));
      (a.rank < b.rank ? a : b).right.push(a.rank < b.rank ? b : a);
      (a.rank < b.rank ? b : a).left.push(a.rank < b.rank ? a : b);
    }
    function spread(row) { row.forEach(function (each, place) { each.at = (place + 0.5) / row.length; }); }
    for (var sweep = 0; sweep < 8; sweep++) {
      (sweep % 2 ? rows.slice().reverse() : rows).forEach(function (row) {
        row.forEach(function (each) {
          var tied = sweep % 2 ? each.right : each.left;
          each.want = tied.length ? tied.reduce(function (sum, other) { return sum + other.at; }, 0) / tied.length : each.at;
        });
        row.sort(function (a, b) { return a.want - b.want || a.order - b.order; });
        spread(row);
      });
    }
    rows.forEach(function (row, rank) {
      var heights = row.map(function (each) { return each.item ? HEIGHT + DOWN * (loose || 1) : DOWN * 1.5; });
      var y = -heights.reduce(function (a, b) { return a + b; }, 0) / 2;
      row.forEach(function (each, place) {
        (each.item || each).x = rank * (WIDTH + ACROSS);
        (each.item || each).y = y + heights[place] / 2;
        y += heights[place];
      });
    });
    return { lines: lines, ways: ways };
  }

  function item(node, focus) {
    var words = node.kind + " · " + node.detail.replace(/_/g, " ");
    return {
      id: node.id, label: node.label, second: words, kind: node.kind, href: node.href, focus: focus,
      layer: node.layer, order: node.order,
      title: node.label + "\n" + words + (node.owner ? "\nowner " + node.owner : "") +
        (graph.domains.length > 1 ? "\ndomain " + graph.domains[node.domain].name : ""),
    };
  }

  function wanted(node) { return tests.checked || node.kind !== "test"; }

  function some(chosen, focus) {
    return placed(nodes.filter(function (node) { return chosen.has(node.id); }).map(function (node) {
      return item(node, node.id === focus);
    }));
  }

  function edgesWithin(items) {
    var inside = new Set(items.map(function (each) { return each.id; }));
    return graph.edges.filter(function (edge) { return inside.has(edge.from) && inside.has(edge.to); })
      .map(function (edge) { return { from: edge.from, to: edge.to, dashes: edge.dashes || false }; });
  }

  function around(start, steps, way) {
    var chosen = new Set([start]);
    [["up", above], ["down", below]].forEach(function (each) {
      if (way !== "both" && way !== each[0]) return;
      var border = [start], seen = new Set(border);
      for (var step = 0; step < steps && border.length; step++) {
        var next = [];
        border.forEach(function (id) {
          each[1][id].forEach(function (other) {
            if (!seen.has(other) && wanted(nodes[other])) {
              seen.add(other);
              chosen.add(other);
              next.push(other);
            }
          });
        });
        border = next;
      }
    });
    return chosen;
  }

  function domains() {
    var items = graph.domains.filter(function (domain) { return domain.size; }).map(function (domain) {
      return {
        id: "domain " + domain.name, label: domain.name, second: domain.size + (domain.size === 1 ? " node" : " nodes"), kind: "domain",
        domain: domain.name, layer: domain.layer, order: domain.order, title: domain.name + "\nOpen this domain",
      };
    });
    var edges = graph.between.map(function (each) {
      return {
        from: "domain " + graph.domains[each.from].name, to: "domain " + graph.domains[each.to].name,
        width: 1 + Math.min(2, Math.log10(each.edges)), title: each.edges + (each.edges === 1 ? " edge" : " edges"),
      };
    });
    // Domains feed each other back and forth; more than four columns of them say nothing more.
    var last = -least(items.map(function (each) { return -each.layer; }));
    items.forEach(function (each) {
      each.order += each.layer * items.length;
      if (last > 3) each.layer = Math.floor((each.layer * 4) / (last + 1));
    });
    return { items: placed(items, 3), edges: edges, loose: 3, says: items.length + " domains. Open one, or find a node." };
  }

  // A domain: its own nodes, and every other domain that touches it as one box on the side it touches from.
  function domain(name) {
    var at = graph.domains.findIndex(function (each) { return each.name === name; });
    var own = nodes.filter(function (node) { return node.domain === at && wanted(node); });
    var items = own.map(function (node) { return item(node, false); });
    var layers = items.map(function (each) { return each.layer; });
    var sides = {
      from: { layer: least(layers) - 1, found: new Map() },
      to: { layer: -least(layers.map(minus)) + 1, found: new Map() },
    };
    var edges = edgesWithin(items);
    graph.edges.forEach(function (edge) {
      var from = nodes[edge.from], to = nodes[edge.to];
      if (from.domain === to.domain || !wanted(from) || !wanted(to)) return;
      if (to.domain === at) touch(sides.from, from.domain, "from", edge.to);
      else if (from.domain === at) touch(sides.to, to.domain, "to", edge.from);
    });
    function touch(side, other, word, node) {
      if (!side.found.has(other)) side.found.set(other, new Set());
      side.found.get(other).add(node);
    }
    var crossing = 0;
    [sides.from, sides.to].forEach(function (side) { side.found.forEach(function (touched) { crossing += touched.size; }); });
    ["from", "to"].forEach(function (word) {
      sides[word].found.forEach(function (touched, other) {
        var there = graph.domains[other], id = word + " domain " + there.name;
        items.push({
          id: id, label: there.name, second: (word === "from" ? "feeds " : "reads ") + touched.size + (touched.size === 1 ? " node" : " nodes") + " here", kind: "domain", domain: there.name,
          layer: sides[word].layer, order: there.order, title: there.name + "\nOpen this domain",
        });
        if (crossing <= FEW) touched.forEach(function (node) { edges.push(word === "from" ? { from: id, to: node } : { from: node, to: id }); });
      });
    });
    return { items: placed(items), edges: edges, says: "Domain " + name + ": " + own.length.toLocaleString("en") + (own.length === 1 ? " node." : " nodes.") };
  }

  function one(id) {
    var chosen = around(id, Number(depth.value), direction.value);
    var total = around(id, Infinity, direction.value).size - 1;
    var items = some(chosen, id);
    var words = { both: "above and below", up: "above", down: "below" }[direction.value];
    return { items: items, edges: edgesWithin(items), says: (chosen.size - 1) + " of " + total + " nodes " + words + " " + nodes[id].label + "." };
  }

  function everything() {
    var items = some(new Set(nodes.filter(wanted).map(function (node) { return node.id; })), null);
    return { items: items, edges: edgesWithin(items), says: items.length.toLocaleString("en") + (items.length === 1 ? " node." : " nodes.") };
  }

  function fromAddress() {
    var text = location.hash.slice(1), at = text.indexOf("="), value = "";
    try {
      value = decodeURIComponent(text.slice(at + 1));
    } catch (error) {
      return { name: "" }; // a mistyped address: the start page of the graph
    }
    var name = at < 0 ? text : text.slice(0, at);
    if (name === "node" && byKey.has(value)) return { name: "node", id: byKey.get(value) };
    if (name === "domain" && graph.domains.some(function (each) { return each.name === value; })) return { name: "domain", domain: value };
    return { name: name === "all" ? "all" : "" };
  }

  var shown = new Map(), network = null, near = null, drawn = { items: [] }, incident = new Map();
  function show() {
    var where = fromAddress(), small = nodes.filter(wanted).length <= WHOLE, made;
    if (where.name === "node") made = one(where.id);
    else if (where.name === "domain") made = domain(where.domain);
    else if (where.name === "all" || small || graph.domains.length < 2) made = everything();
    else made = domains();
    page.querySelectorAll("[data-st-only]").forEach(function (each) { each.hidden = where.name !== "node"; });
    reset.hidden = !where.name;
    view.textContent = made.says;
    if (!where.name && made.items.length && made.items[0].domain) {
      var all = document.createElement("a");
      all.href = "#all";
      all.textContent = "Draw all " + nodes.filter(wanted).length.toLocaleString("en") + " nodes";
      view.append(" ", all);
    }
    draw(made);
  }

  function draw(made) {
    near = null;
    drawn = made;
    shown = new Map(made.items.map(function (each) { return [each.id, each]; }));
    incident = new Map(made.items.map(function (each) { return [each.id, new Set([each.id])]; }));
    made.edges.forEach(function (edge) {
      incident.get(edge.from).add(edge.to);
      incident.get(edge.to).add(edge.from);
    });
    readColours();
    var options = Object.assign({}, graph.options, {
      nodes: { shape: "custom", ctxRenderer: box, chosen: false },
      edges: {
        arrows: { to: { enabled: true, scaleFactor: 0.45 } }, chosen: false, width: 1.2,
        color: { color: colours.edge, hover: colours.link, inherit: false },
        smooth: made.edges.length > 1500 ? false : { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.45 },
      },
    });
    var tidy = made.items.length <= SMALL && made.edges.length <= 3 * SMALL ? straightened(made.items, made.edges, made.loose) : { lines: made.edges, ways: [] };
    var data = {
      nodes: made.items.map(function (each) { return { id: each.id, x: each.x, y: each.y, title: each.title }; })
        .concat(tidy.ways.map(function (way) { return { id: way.id, x: way.x, y: way.y, shape: "dot", size: 0, label: "" }; })),
      edges: tidy.lines,
    };
    made.ways = tidy.ways;
    if (network) network.destroy();
    network = new vis.Network(canvas, data, options);
    fit();
    network.on("click", function (event) { if (event.nodes.length && shown.has(event.nodes[0])) open(event.nodes[0], event.event.srcEvent); });
    network.on("hoverNode", function (event) { if (shown.has(event.node)) look(event.node); });
    network.on("blurNode", function () { look(null); });
    page.dataset.stDrawn = String(made.items.length);
  }

  function look(id) {
    near = id === null || drawn.items.length > 800 ? null : incident.get(id);
    canvas.classList.toggle("st-canvas--pointer", id !== null);
    network.redraw();
  }

  // The library's own fit does not know how large a custom shape is.
  function fit() {
    if (!drawn.items.length) return;
    var all = drawn.items.concat(drawn.ways || []);
    var xs = all.map(function (each) { return each.x; }), ys = all.map(function (each) { return each.y; });
    var left = least(xs), right = -least(xs.map(minus)), top = least(ys), bottom = -least(ys.map(minus));
    var scale = Math.min(1, canvas.clientWidth / (right - left + WIDTH + 48), canvas.clientHeight / (bottom - top + HEIGHT + 48));
    var x = (left + right) / 2, y = (top + bottom) / 2;
    // On a narrow screen a few boxes would be too small to read: look at the one in question, or at the left end, instead.
    if (scale < READABLE && drawn.items.length <= 60) {
      var focused = drawn.items.find(function (each) { return each.focus; });
      scale = READABLE;
      x = focused ? focused.x : left - WIDTH / 2 - 24 + canvas.clientWidth / scale / 2;
      y = focused ? focused.y : y;
    }
    network.moveTo({ position: { x: x, y: y }, scale: scale, animation: false });
  }
  function least(numbers) { return numbers.reduce(function (a, b) { return Math.min(a, b); }, Infinity); }
  function minus(number) { return -number; }

  function open(id, event) {
    var each = shown.get(id);
    if (each.domain) location.hash = "domain=" + encodeURIComponent(each.domain);
    else if (event && (event.ctrlKey || event.metaKey)) window.open(page.dataset.root + each.href, "_blank", "noopener");
    else location.href = page.dataset.root + each.href;
  }

  // Where a node stands on the screen, in pixels of the page: what a test clicks on.
  page.streamtPlace = function (key) {
    var place = network.canvasToDOM(network.getPosition(byKey.get(key))), frame = canvas.getBoundingClientRect();
    return { x: frame.left + place.x, y: frame.top + place.y };
  };

  // Finding
  var lower = nodes.map(function (node) { return (node.label + " " + node.owner).toLowerCase(); });
  var at = -1;
  function offer() {
    var words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    found.textContent = "";
    at = -1;
    var hits = words.length ? nodes.filter(function (node) {
      return words.every(function (word) { return lower[node.id].includes(word); });
    }) : [];
    hits.sort(function (a, b) {
      return rank(b, words[0]) - rank(a, words[0]) || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0);
    });
    hits.slice(0, 20).forEach(function (node) {
      var row = document.createElement("li"), small = document.createElement("small");
      row.setAttribute("role", "option");
      row.id = "st-found-" + node.id;
      row.append(node.label + " ", small);
      small.textContent = node.kind + (node.owner ? " · " + node.owner : "");
      row.addEventListener("mousedown", function (event) { event.preventDefault(); focus(node); });
      found.append(row);
    });
    found.hidden = !hits.length;
    find.setAttribute("aria-expanded", String(!found.hidden));
    if (hits.length) choose(0);
  }
  function rank(node, word) { return node.label.toLowerCase().startsWith(word) ? 1 : 0; }
  function choose(next) {
    var rows = Array.from(found.children);
    at = Math.max(0, Math.min(rows.length - 1, next));
    rows.forEach(function (row, place) { row.setAttribute("aria-selected", String(place === at)); });
    find.setAttribute("aria-activedescendant", rows[at].id);
    rows[at].scrollIntoView({ block: "nearest" });
  }
  function close() {
    found.hidden = true;
    find.setAttribute("aria-expanded", "false");
    find.removeAttribute("aria-activedescendant");
  }
  function focus(node) {
    find.value = "";
    close();
    if (node.kind === "test") tests.checked = true;
    location.hash = "node=" + encodeURIComponent(node.key);
  }
  find.addEventListener("input", offer);
  find.addEventListener("blur", close);
  find.addEventListener("keydown", function (event) {
    if (event.key === "ArrowDown" && !found.hidden) choose(at + 1);
    else if (event.key === "ArrowUp" && !found.hidden) choose(at - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && !found.hidden) focus(nodes[Number(found.children[at].id.slice("st-found-".length))]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  [depth, direction, tests].forEach(function (control) { control.addEventListener("change", show); });
  part("fit").addEventListener("click", fit);
  reset.addEventListener("click", function () { location.hash = ""; });
  window.addEventListener("hashchange", show);
  new MutationObserver(function () {
    readColours();
    network.setOptions({ edges: { color: { color: colours.edge, hover: colours.link, inherit: false } } });
    network.redraw();
  }).observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
  show();
})();

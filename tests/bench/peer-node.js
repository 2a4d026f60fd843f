// SPDX-License-Identifier: GPL-3.0-or-later
// peer-node.js NETWORK PLACES: 500 iterations of ForceAtlas2, with the settings it infers itself and
// its tree, from random places.
'use strict';
const fs = require('fs');
const Graph = require('graphology');
const forceAtlas2 = require('graphology-layout-forceatlas2');

const [base, out] = process.argv.slice(2);
const lines = path => fs.readFileSync(path, 'utf8').trim().split('\n');
const n = lines(base + '.nodes.csv').length - 1;

let state = 1;
const random = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 4294967296;

const graph = new Graph({ type: 'undirected' });
for (let i = 0; i < n; i++) graph.addNode(i, { x: 1000 * random(), y: 1000 * random() });
for (const line of lines(base + '.edges')) graph.addEdge(...line.split(' ').map(Number));

const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: true };
const wall = process.hrtime.bigint(), before = process.cpuUsage();
const places = forceAtlas2(graph, { iterations: 500, settings });
const used = process.cpuUsage(before);
const spent = {
  layout_s: (used.user + used.system) / 1e6,
  wall_s: Number(process.hrtime.bigint() - wall) / 1e9,
};

let text = 'id,x,y\n';
for (let i = 0; i < n; i++) text += `n${i},${places[i].x},${places[i].y}\n`;
fs.writeFileSync(out, text);
console.log(JSON.stringify(spent));

// attack: worker threads and child processes without end
// expect: processes|time|memory|wrong_exit|ok
// limits: wall=3s memory=512M processes=40
const { spawn } = require('child_process');
const { Worker } = require('worker_threads');
process.on('uncaughtException', () => {});
function more() {
  for (let i = 0; i < 20; i++) {
    spawn('sleep', ['60']).on('error', () => {});
  }
  try {
    new Worker('while (true) {}', { eval: true }).on('error', () => {});
  } catch (e) {
  }
  setTimeout(more, 20);
}
more();

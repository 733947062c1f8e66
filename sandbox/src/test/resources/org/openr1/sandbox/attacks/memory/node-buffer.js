// attack: buffers outside of the JavaScript heap
// expect: memory|blocked|wrong_exit
// limits: wall=8s memory=256M
const kept = [];
try {
  for (let i = 0; i < 64; i++) kept.push(Buffer.alloc(8 << 20, 1));
  console.log('ESCAPED 512 MiB of buffers');
} catch (e) {
  console.log('BLOCKED ' + e.message);
}

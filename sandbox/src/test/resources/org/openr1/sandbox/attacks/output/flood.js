// attack: output without end
// expect: output|memory|time
// limits: wall=5s memory=512M output=64K
for (;;) console.log('x'.repeat(10000));

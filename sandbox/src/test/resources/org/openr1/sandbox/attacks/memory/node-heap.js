// attack: fills the JavaScript heap
// expect: memory|wrong_exit|time
// limits: wall=10s memory=256M
const kept = [];
for (let i = 0; i < 5e7; i++) kept.push({ number: i, text: 'x' + i });
console.log('ESCAPED ' + kept.length + ' objects');

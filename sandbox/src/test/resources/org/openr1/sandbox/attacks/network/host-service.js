// attack: reaches a service of the host from JavaScript
// expect: blocked
// limits: wall=8s memory=512M
const net = require('net');
for (const [host, port] of [['127.0.0.1', @PORT@], ['::1', @PORT@], ['1.1.1.1', 443]]) {
  net.connect(port, host)
      .on('connect', function() { console.log('ESCAPED ' + host); this.destroy(); })
      .on('error', e => console.log('BLOCKED ' + e.code));
}

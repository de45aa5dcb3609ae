'use strict';

// What this process has used so far: processor seconds of all its threads, and the most memory it held at once.
function used() {
    const { user, system } = process.cpuUsage();
    return { processor_s: (user + system) / 1e6, peak_mib: process.resourceUsage().maxRSS / 1024 };
}

module.exports = { used };

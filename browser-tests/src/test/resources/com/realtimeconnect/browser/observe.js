// Runs in a page before its own script and notes what that does, without changing it.
(() => {
  const observed = { connections: [], tracks: [], loudness: [], blocked: [] };
  window.observed = observed;
  addEventListener("securitypolicyviolation", (event) => observed.blocked.push(`${event.violatedDirective} ${event.blockedURI}`));

  const Original = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Original {
    constructor(...parameters) {
      super(...parameters);
      observed.connections.push(this);
    }
  };

  const devices = navigator.mediaDevices;
  const open = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wanted) => {
    const stream = await open(wanted);
    observed.tracks.push(...stream.getTracks());
    return stream;
  };

  const current = () => observed.connections.filter((one) => one.connectionState !== "closed").at(-1);

  observed.read = async () => {
    const state = {
      connections: observed.connections.length,
      open: observed.connections.filter((one) => one.connectionState !== "closed").length,
      liveTracks: observed.tracks.filter((track) => track.readyState === "live").map((track) => track.kind).sort(),
      state: "none",
      audioPackets: 0,
      audioEnergy: 0,
      videoFrames: 0,
      pair: "",
    };
    const connection = current();
    if (!connection) return JSON.stringify(state);
    state.state = connection.connectionState;
    const report = await connection.getStats();
    for (const entry of report.values()) {
      if (entry.type === "inbound-rtp" && entry.kind === "audio") {
        state.audioPackets += entry.packetsReceived;
        state.audioEnergy += entry.totalAudioEnergy ?? 0;
      }
      if (entry.type === "inbound-rtp" && entry.kind === "video") state.videoFrames += entry.framesDecoded ?? 0;
      if (entry.type === "candidate-pair" && entry.nominated && entry.state === "succeeded") {
        const types = [entry.localCandidateId, entry.remoteCandidateId].map((id) => report.get(id)?.candidateType);
        state.pair = types.join("/");
      }
    }
    return JSON.stringify(state);
  };

  // How much was heard in each tenth of a second.
  observed.listen = () => {
    observed.loudness.length = 0;
    let before = null;
    const timer = setInterval(async () => {
      if (!current()) return clearInterval(timer);
      const { audioEnergy } = JSON.parse(await observed.read());
      if (before !== null) observed.loudness.push(audioEnergy - before);
      before = audioEnergy;
    }, 100);
  };
})();

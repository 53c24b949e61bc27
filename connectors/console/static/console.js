// Starts the page's parts; each looks for what it needs and does nothing without it.
import { listenLive } from "./live.js";
import { listenKeys } from "./keys.js";
import { prepareWriting } from "./writing.js";
import { prepareRinging } from "./ringing.js";

listenLive();
listenKeys();
prepareWriting();
prepareRinging();

/** English words of the demo page; the German ones stand in index.html. State words are needed in both. */
export const english = {
  skip: "Skip to the chat",
  sample: "Sample data: offices, hours, fees and appointments on this page are examples. No real appointment is made.",
  heading: "Questions for the city? Ask here.",
  lead: "The digital assistant answers in German and English, around the clock. You are talking to a machine, not to a person.",
  can: "What the assistant can do",
  canBook: "Book, look up, move and cancel appointments at the citizen service offices and the vehicle licensing office",
  canService: "Tell you documents, fees and duration of services",
  canOffice: "Tell you addresses and opening hours of offices",
  canCity: "Answer questions about Smart City Duisburg and its projects",
  try: "Try it",
  tryHint: "One click sends the sentence to the chat.",
  example1: "I need an appointment for a new identity card in Walsum next week.",
  example2: "How much is a passport?",
  example3: "When is the citizen service office in Hamborn open?",
  example4: "Who is behind Smart City Duisburg?",
  parts: "Status of the parts",
  part: "Part",
  state: "Status",
  embed: "Put it on your own page",
  embedHint: "One line is enough. The chat appears at the lower right.",
  statusLoading: "Asking for the status …",
  footer: "Demonstration page. If life or limb is in danger, call 112.",
};

export const states = {
  de: {
    ok: "in Betrieb",
    off: "ausgeschaltet",
    failing: "gestört",
    allWell: "Alle eingeschalteten Teile sind in Betrieb.",
    trouble: "Mindestens ein Teil ist gestört.",
    unreachable: "Der Status ist gerade nicht abrufbar.",
  },
  en: {
    ok: "working",
    off: "switched off",
    failing: "not working",
    allWell: "All parts that are switched on are working.",
    trouble: "At least one part is not working.",
    unreachable: "The status is not available right now.",
  },
};

// Moves the clock of a process by CLOCK_SHIFT_MS: preloaded into tools that must live in the system's time.
const shift = Number(process.env.CLOCK_SHIFT_MS ?? '0');
const MachineDate = Date;
const machineNow = MachineDate.now.bind(MachineDate);
const now = () => machineNow() + shift;

MachineDate.now = now;
const ShiftedDate = new Proxy(MachineDate, {
  construct: (target, args, self) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, self === ShiftedDate ? target : self),
  apply: () => new MachineDate(now()).toString(),
});
MachineDate.prototype.constructor = ShiftedDate;
globalThis.Date = ShiftedDate;

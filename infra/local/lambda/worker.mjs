// One execution environment of a function: a thread with its own globals, environment and clock that loads
// the built bundle unchanged. Plain JavaScript, so that nothing but the bundle is compiled or hooked in here.
import { parentPort, workerData } from 'node:worker_threads';

const shift = new BigInt64Array(workerData.shift);
const RealDate = Date;
const machineNow = RealDate.now.bind(RealDate);
const now = () => machineNow() + Number(Atomics.load(shift, 0));

RealDate.now = now;
const ShiftedDate = new Proxy(RealDate, {
  construct: (target, args, self) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, self === ShiftedDate ? target : self),
  apply: () => new RealDate(now()).toString(),
});
RealDate.prototype.constructor = ShiftedDate;
globalThis.Date = ShiftedDate;

const described = (fault) =>
  fault instanceof Error
    ? { errorType: fault.name, errorMessage: fault.message, stack: String(fault.stack ?? '') }
    : { errorType: 'Error', errorMessage: String(fault), stack: '' };

const loading = import(workerData.bundle).then(
  (bundle) => ({ handler: bundle.handler }),
  (fault) => ({ fault: described(fault) }),
);

const contextOf = ({ requestId, deadline }) => ({
  awsRequestId: requestId,
  callbackWaitsForEmptyEventLoop: false,
  functionName: workerData.name,
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:aws:lambda:${process.env.AWS_REGION}:000000000000:function:${workerData.name}`,
  logGroupName: `/aws/lambda/${workerData.name}`,
  logStreamName: 'local',
  memoryLimitInMB: String(workerData.memoryMb),
  getRemainingTimeInMillis: () => Math.max(0, deadline - machineNow()),
});

const run = async (request) => {
  const loaded = await loading;
  if (loaded.fault) return { fault: loaded.fault, broken: true };
  if (typeof loaded.handler !== 'function') {
    return { fault: { errorType: 'Runtime.HandlerNotFound', errorMessage: 'handler is no function' }, broken: true };
  }
  try {
    const answer = await loaded.handler(JSON.parse(request.event), contextOf(request));
    return { payload: JSON.stringify(answer ?? null) };
  } catch (fault) {
    return { fault: described(fault) };
  }
};

parentPort.on('message', async (request) => {
  parentPort.postMessage(await run(request));
});

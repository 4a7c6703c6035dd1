import { TestService } from "./support.ts";

/** Another process on the same file: creates plots and tells their fids. */
const [, , database = "", count = "0"] = process.argv;
const service = await TestService.whenFree({ database });
const fids: string[] = [];
for (let round = 0; round < Number(count); round++) fids.push(await service.createPlot());
service.service.close();
process.send?.(JSON.stringify(fids));
process.disconnect();
